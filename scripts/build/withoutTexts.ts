import { type AnyNode, parse } from 'acorn';

/** What only people read: the pane and the reference have it; where functions merely run it is dead weight. */
const TEXTS = new Set(['about', 'summary', 'formula', 'source']);

/** A bundle with the functions' explanations emptied; labels stay, since messages name arguments by them. */
export function withoutTexts(code: string): string {
  const cuts: { start: number; end: number; by: string }[] = [];
  visit(parse(code, { ecmaVersion: 'latest' }), node => {
    if (node.type !== 'Property' || node.computed || node.key.type !== 'Identifier' || !TEXTS.has(node.key.name)) return;
    const { value } = node;
    if (isText(value)) cuts.push({ start: value.start, end: value.end, by: '""' });
    else if (isBilingual(value)) cuts.push({ start: value.start, end: value.end, by: '0' });
  });
  let rest = code;
  for (const { start, end, by } of cuts.sort((a, b) => b.start - a.start)) rest = rest.slice(0, start) + by + rest.slice(end);
  return rest;
}

function isText(node: AnyNode): boolean {
  return (
    (node.type === 'Literal' && typeof node.value === 'string') || (node.type === 'TemplateLiteral' && node.expressions.length === 0)
  );
}

function isBilingual(node: AnyNode): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.length === 2 &&
    node.properties.every(
      property => property.type === 'Property' && property.key.type === 'Identifier' && /^(en|zh)$/.test(property.key.name) && isText(property.value),
    )
  );
}

function visit(node: AnyNode, see: (node: AnyNode) => void): void {
  see(node);
  for (const child of Object.values(node) as unknown[]) {
    for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (isNode(item)) visit(item, see);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
