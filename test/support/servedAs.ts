import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { TYPES } from '../../scripts/build/serving.ts';

type Rule = readonly [path: string, headers: Readonly<Record<string, string>>];

/** A static host that reads the rules of `_headers` as Cloudflare Pages does: of several that fit, all are sent. */
export async function servedAs(
  site: string,
  rules: readonly Rule[],
): Promise<{ readonly address: string; close(): Promise<unknown> }> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const [path, headers] of rules) {
      const fits = path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : pathname === path;
      for (const [name, value] of fits ? Object.entries(headers) : []) {
        const before = response.getHeader(name);
        response.setHeader(name, before ? `${before}, ${value}` : value);
      }
    }
    const file = join(site, pathname);
    response.statusCode = existsSync(file) ? 200 : 404;
    if (!response.hasHeader('Content-Type'))
      response.setHeader('Content-Type', TYPES[pathname.replace(/^.*\./, '')] ?? 'text/plain');
    response.end(existsSync(file) ? readFileSync(file) : '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

export function rulesOf(headers: string): Rule[] {
  return headers
    .trim()
    .split('\n\n')
    .map(block => {
      const [path = '', ...lines] = block.split('\n');
      const named = lines
        .map(line => /^ {2}([\w-]+): (.*)$/.exec(line))
        .map(match => [match?.[1] ?? '', match?.[2] ?? '']);
      return [path, Object.fromEntries(named)];
    });
}
