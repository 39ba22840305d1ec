import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpeg': 'image/jpeg',
  '.xml': 'application/xml; charset=utf-8',
};

const CDN = 'https://appsforoffice.microsoft.com';

/**
 * office.js talks to an https page of Microsoft's, or else asks a page beside itself whether the user trusts the
 * one around it. Over http on this machine it asks, and this page answers that the user does.
 */
const TRUST = `<!doctype html><meta charset="utf-8"><title>Trust</title><script>
addEventListener('message', event => {
  if (event.origin === location.origin) event.source.postMessage(JSON.stringify({ hostUserTrusted: true }), event.origin);
});
</script>`;

type Folders = readonly (readonly [prefix: string, folder: string])[];
type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the workbench and what it plays with, as they were built, to this machine only. */
export function serve(dist: string, port: number): Promise<Server> {
  const officeJs = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
  const files = handler([
    ['/excel/', join(dist, 'excel')],
    ['/sheets/', join(dist, 'sheets')],
    ['/office-js/', officeJs],
    ['/', join(dist, 'workbench')],
  ]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/office-js/AgaveErrorUX/index.html') send(response, '.html', TRUST);
    else if (pathname === '/excel/taskpane.html') {
      send(response, '.html', withLocalOffice(readFileSync(join(dist, 'excel/taskpane.html'), 'utf8')));
    } else files(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** Files of these folders, the first that fits; Excel on the web reads them from another origin. */
export function handler(folders: Folders): Handler {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start)) ?? ['/', ''];
    const file = folder && fileIn(folder, decodeURIComponent(pathname.slice(prefix.length)) || 'index.html');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!file) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  };
}

/** The add-in's page as it is shipped, but with Microsoft's library from this machine. */
export function withLocalOffice(page: string): string {
  return page.replaceAll(`${CDN}/lib/1/hosted/office.js`, '/office-js/office.js').replaceAll(CDN, "'self'");
}

function fileIn(folder: string, name: string): string | undefined {
  const file = normalize(join(folder, name));
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function send(response: ServerResponse, extension: string, text: string): void {
  response.setHeader('Content-Type', TYPES[extension] ?? 'text/plain');
  response.setHeader('Cache-Control', 'no-store');
  response.end(text);
}
