import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const NODES = [1, 2, 3] as const;
const HTTP = 28_120;
const TCP = 29_010;
const BETWEEN = 29_020;

/** Whether the server is installed: .ci/run does it where it can. */
export function hasClickhouse(): boolean {
  try {
    execFileSync('which', ['clickhouse-server'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Three servers on this machine, each with a part of what a Distributed table shows as one. */
export class ClickhouseCluster {
  private readonly folder: string;
  private readonly servers = new Map<number, ChildProcess>();

  constructor(folder: string) {
    this.folder = folder;
    for (const node of NODES) this.configure(node);
  }

  async start(node: number): Promise<void> {
    const file = join(this.folder, `node${node}/config.xml`);
    const server = spawn('clickhouse-server', [`--config-file=${file}`], { stdio: 'ignore' });
    this.servers.set(node, server);
    for (let tries = 0; tries < 300; tries++) {
      const isUp = await fetch(`http://127.0.0.1:${HTTP + node}/ping`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return;
      await setTimeout(100);
    }
    throw new Error(`node ${node} does not start`);
  }

  async startAll(): Promise<void> {
    await Promise.all(NODES.map(node => this.start(node)));
  }

  /** As when its machine loses power. */
  async stop(node: number): Promise<void> {
    const server = this.servers.get(node);
    this.servers.delete(node);
    if (!server || server.exitCode !== null) return;
    const ended = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }

  async stopAll(): Promise<void> {
    for (const node of NODES) await this.stop(node);
  }

  /** The answer of a node; what it cannot answer is thrown. */
  async query(node: number, sql: string, body = ''): Promise<string> {
    const url = `http://127.0.0.1:${HTTP + node}/?wait_end_of_query=1&query=${encodeURIComponent(sql)}`;
    const answer = await fetch(url, { method: 'POST', body });
    const text = await answer.text();
    if (!answer.ok || /DB::\w*Exception/.test(text)) throw new Error(text.slice(0, 300));
    return text;
  }

  private configure(node: number): void {
    const folder = join(this.folder, `node${node}`);
    for (const part of ['data', 'tmp', 'files']) mkdirSync(join(folder, part), { recursive: true });
    const shard = (other: number): string =>
      `<shard><replica><host>127.0.0.1</host><port>${TCP + other}</port></replica></shard>`;
    writeFileSync(
      join(folder, 'config.xml'),
      `<yandex>
<logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
<listen_host>127.0.0.1</listen_host><http_port>${HTTP + node}</http_port><tcp_port>${TCP + node}</tcp_port>
<interserver_http_port>${BETWEEN + node}</interserver_http_port>
<max_connections>100</max_connections><uncompressed_cache_size>8589934</uncompressed_cache_size><mark_cache_size>53687091</mark_cache_size>
<path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path><user_files_path>${folder}/files/</user_files_path>
<users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<timezone>UTC</timezone><remote_servers><three>${NODES.map(shard).join('')}</three></remote_servers>
</yandex>`,
    );
    writeFileSync(
      join(folder, 'users.xml'),
      `<yandex><profiles><default><max_memory_usage>1000000000</max_memory_usage><max_threads>1</max_threads></default></profiles>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
<quotas><default></default></quotas></yandex>`,
    );
  }
}
