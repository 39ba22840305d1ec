import { Marked } from 'marked';
import { LANGUAGES, type Language, languages, say } from '../../src/kernel/text.ts';

/** "" in English, ".zh-CN" in Chinese: pages stand beside each other. */
export const ending = (language: Language): string => (language === 'en' ? '' : `.${LANGUAGES[language].tag}`);
export const fileOf = (page: string, language: Language): string => `${page}${ending(language)}.html`;

const OTHER = say('中文', 'English');

export interface Link {
  readonly href: string;
  readonly label: string;
}

/** Links to the same page in other languages. */
export const inOthers = (page: string, language: Language): Link[] =>
  languages
    .filter(offered => offered !== language)
    .map(offered => ({ href: fileOf(page, offered), label: OTHER[language] }));

/** Where a link or a picture of a text leads on the site; undefined where it leads nowhere there. */
export type Resolve = (href: string) => string | undefined;

/** What stands between the brackets of a text, and is no HTML of ours. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** As GitHub names the headings of a text. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const asIs: Resolve = href => href;

/** A text as a page without script, for whoever reads it in a browser. */
export function pageHtml(page: {
  readonly language: Language;
  readonly links: readonly Link[];
  /** The folder of assets, seen from the page; page.css stands beside it. */
  readonly top: string;
  readonly text: string;
  readonly resolve?: Resolve;
}): string {
  const { language, links, top, text, resolve = asIs } = page;
  const [, title = ''] = /^#+ (.*)$/m.exec(text) ?? [];
  const nav = links.map(({ href, label }) => `<a href="${href}">${label}</a>`).join(' ');
  return `<!doctype html>
<html lang="${LANGUAGES[language].tag}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <title>${escaped(title)} · Sales KPI</title>
    <link rel="icon" href="${top}assets/icon-32.png">
    <link rel="stylesheet" href="page.css">
  </head>
  <body>
    <nav>${nav}</nav>
    <main>
${htmlOf(text.replace(/^### /, '# '), resolve)}    </main>
  </body>
</html>
`;
}

function htmlOf(text: string, resolve: Resolve): string {
  const marked = new Marked({
    renderer: {
      html: ({ text: raw }) => escaped(raw),
      heading({ tokens, depth, text: heading }) {
        return `<h${depth} id="${anchorOf(heading)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const target = resolve(href);
        const inside = this.parser.parseInline(tokens);
        return target === undefined ? inside : `<a href="${target}">${inside}</a>`;
      },
      image: ({ href, text: alt }) =>
        `<img src="${resolve(href) ?? href}" alt="${escaped(alt).replaceAll('"', '&quot;')}" loading="lazy">`,
    },
  });
  return marked.parse(text.replace(/^<!--.*?-->\s*/s, ''), { async: false });
}
