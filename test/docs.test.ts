import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/functions/catalogue.gen.ts';
import { gallery } from '../src/templates/gallery.gen.ts';

const pages = ['README.md', 'README.zh-CN.md', ...readdirSync('docs').map(name => join('docs', name))].filter(name =>
  name.endsWith('.md'),
);

describe('the pages', () => {
  it.each(pages)('%s leads to files that are there', page => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
    const files = links.filter(link => !/^(?:https?:|#)/.test(link)).map(link => link.replace(/#.*$/, ''));
    for (const file of files) expect(existsSync(join(dirname(page), file)), `${page} → ${file}`).toBe(true);
  });

  it('show every template twice', () => {
    for (const page of ['docs/gallery.md', 'docs/gallery.zh-CN.md']) {
      const text = readFileSync(page, 'utf8');
      for (const { id } of gallery) expect(text.split(`images/gallery/${id}-`).length - 1, id).toBe(2);
    }
  });
});

describe('docs/practices.md', () => {
  const text = readFileSync('docs/practices.md', 'utf8');

  it('has every template and every function', () => {
    const said = new Set([...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word));
    const all = [...gallery.map(({ id }) => id), ...catalogue.map(({ name }) => name)];
    expect(all.filter(name => !said.has(name))).toEqual([]);
  });

  it('has a test in every line', () => {
    const lines = text.split('\n').filter(line => /^\| (?!Practice|---)/.test(line));
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) expect(line).toMatch(/\]\(\.\.\/test\/[\w/]+\.test\.ts\)/);
  });
});
