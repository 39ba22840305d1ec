import { transform } from 'esbuild';

/** One of Microsoft's snippets: its script, to be run as it stands, and the newest requirement set that it needs. */
export interface Snippet {
  readonly code: string;
  /** The number after the point; infinite for what is not released. */
  readonly api: number;
}

/** Reads the script out of a snippet's YAML: a block that goes as far as it is indented. */
export async function readSnippet(yaml: string): Promise<Snippet | undefined> {
  const lines = yaml.split(/\r?\n/);
  const start = lines.findIndex((line, index) => line === 'script:' && /^ +content: \|/.test(lines[index + 1] ?? ''));
  if (start < 0) return undefined;
  const body = lines.slice(start + 2);
  const indent = /^ */.exec(body.find(line => line.trim() !== '') ?? '')?.[0] ?? '';
  const end = body.findIndex(line => line.trim() !== '' && !line.startsWith(indent));
  const script = body
    .slice(0, end < 0 ? undefined : end)
    .map(line => line.slice(indent.length))
    .join('\n');
  const { code } = await transform(script, { loader: 'ts', target: 'node20' });
  const [, api = '1.1'] = /^ +ExcelApi: *['"]?([\d.]+)/m.exec(yaml) ?? [];
  return { code, api: /ExcelApi\w+:|preview/i.test(yaml) ? Number.POSITIVE_INFINITY : minor(api) };
}

/** 1.9 is older than 1.16. */
function minor(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}
