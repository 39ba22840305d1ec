import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from './builds.ts';

/** Excel on the web reads functions.json and parts from an address of its own. */
const FOR_ALL = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' } as const;

/** What has a fixed name is asked for again each time, which costs one answer without a content where nothing is new. */
export const FRESH = 'no-cache';
/** What has its content in its name is never another. */
export const FOR_GOOD = 'public, max-age=31536000, immutable';

/** By ending, what a browser wants to be told before it runs or reads a file. */
export const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  png: 'image/png',
  xml: 'application/xml',
};

/** What the pane's page lets in; as a header, it counts before the page is read. */
export function policyOf(page: string): string {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  if (!policy) throw new ReferenceError('the page has no policy');
  return policy;
}

/** Writes beside the add-in what the usual hosts are told by; each reads its own file and passes over the others. */
export function writeServing(site: string): void {
  const policy = policyOf(readFileSync(join(site, 'taskpane.html'), 'utf8'));
  const files = {
    _headers: headersFile(policy),
    'staticwebapp.config.json': azure(policy),
    'nginx.conf': nginx(policy),
    Caddyfile: caddy(policy),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
}

/**
 * Cloudflare Pages and Netlify. Where two rules fit, both of their headers are sent, joined by a comma: so each file
 * gets its Cache-Control from one rule only.
 */
function headersFile(policy: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const fresh = { 'Cache-Control': FRESH };
  return `${[
    rule('/*', FOR_ALL),
    rule(`/${PARTS}/*`, { 'Cache-Control': FOR_GOOD }),
    rule('/', fresh),
    rule('/taskpane.html', { ...fresh, 'Content-Security-Policy': policy }),
    // Cloudflare Pages serves a page under its name without the ending, too.
    rule('/taskpane', { ...fresh, 'Content-Security-Policy': policy }),
    ...['functions.js', 'functions.json', 'functions.zh-CN.json', 'builds.json', 'manifest.xml'].map(file =>
      rule(`/${file}`, fresh),
    ),
    rule('/assets/*', fresh),
    rule('/help/*', fresh),
  ].join('\n\n')}\n`;
}

/** Azure Static Web Apps; the first route that fits counts, and its headers go over the global ones. */
function azure(policy: string): string {
  const config = {
    routes: [
      { route: `/${PARTS}/*`, headers: { 'Cache-Control': FOR_GOOD } },
      { route: '/taskpane.html', headers: { 'Content-Security-Policy': policy } },
    ],
    globalHeaders: { ...FOR_ALL, 'Cache-Control': FRESH },
    mimeTypes: Object.fromEntries(Object.entries(TYPES).map(([ending, type]) => [`.${ending}`, type])),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** A part for a server { } of nginx, whose root is this folder. */
function nginx(policy: string): string {
  const always = Object.entries(FOR_ALL).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  const location = (path: string, cache: string, more: readonly string[] = []) =>
    [`location ${path} {`, ...always, `  add_header Cache-Control "${cache}" always;`, ...more, '}'].join('\n');
  return `${[
    '# Inside server { }, with "root" on this folder and "include mime.types" as nginx brings it.',
    location('/', FRESH),
    // A header that a location sets takes the place of all that stand further out.
    location('= /taskpane.html', FRESH, [`  add_header Content-Security-Policy "${policy}" always;`]),
    location(`/${PARTS}/`, FOR_GOOD),
  ].join('\n\n')}\n`;
}

/** A site of Caddy, which gets its certificate itself. */
function caddy(policy: string): string {
  return `# Put your address in the place of kpi.example.com, and this folder in the place of /srv/sales-kpi.
kpi.example.com {
  root * /srv/sales-kpi
  encode gzip
  file_server
  header {
${Object.entries(FOR_ALL)
  .map(([name, value]) => `    ${name} "${value}"`)
  .join('\n')}
  }
  # Of two headers that fit, the one for fewer paths would be overwritten.
  @fresh not path /${PARTS}/*
  header @fresh Cache-Control "${FRESH}"
  header /${PARTS}/* Cache-Control "${FOR_GOOD}"
  header /taskpane.html Content-Security-Policy "${policy}"
}
`;
}
