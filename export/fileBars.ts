import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ConditionalRule } from 'hucre';
import { rgb } from './sheetWriter.ts';

/** Bars of these cells, which a figure of `longest` fills. */
export function barRule(range: string, longest: number, color: string, priority: number): ConditionalRule {
  const cfvo = [0, longest].map(bound => ({ type: 'num' as const, value: String(bound) }));
  return { type: 'dataBar', priority, range, dataBar: { cfvo, color: `FF${rgb(color).rgb}` } };
}

/**
 * The file with plain bars from 0 on, without their figures. As they were in 2007, which is all that the library
 * writes, a bar fades out, begins at a tenth of its cell and ends at nine: what has come since stands in a part of its
 * own. https://learn.microsoft.com/openspecs/office_standards/ms-xlsx (CT_DataBar, x14)
 */
export function withPlainBars(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const changed = Object.entries(parts).flatMap(([name, content]) => {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return [];
    const text = strFromU8(content);
    return text.includes('<dataBar>') ? [[name, strToU8(sheetWithBars(text))] as const] : [];
  });
  return changed.length === 0 ? file : zipSync({ ...parts, ...Object.fromEntries(changed) });
}

const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const XM = 'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
const RULE = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const RULES = '{78C0D931-6437-407D-A8EE-F0AAD7539E65}';
const SHAPE = 'minLength="0" maxLength="100" showValue="0"';

const BLOCK =
  /<conditionalFormatting sqref="([^"]*)">(?:(?!<\/conditionalFormatting>)[\s\S])*<\/conditionalFormatting>/g;
const BAR = /<dataBar>([\s\S]*?)<\/dataBar>/g;

function sheetWithBars(sheet: string): string {
  const twins: string[] = [];
  const text = sheet.replace(BLOCK, (block: string, range: string) =>
    block.replace(BAR, (_, inside: string) => {
      const id = `{00000000-0000-4000-8000-${String(twins.length + 1).padStart(12, '0')}}`;
      twins.push(twin(id, range, inside));
      const known = `<extLst><ext ${X14} uri="${RULE}"><x14:id>${id}</x14:id></ext></extLst>`;
      return `<dataBar ${SHAPE}>${inside}</dataBar>${known}`;
    }),
  );
  const list = `<x14:conditionalFormattings>${twins.join('')}</x14:conditionalFormattings>`;
  return text.replace(/<\/worksheet>\s*$/, `<extLst><ext ${X14} uri="${RULES}">${list}</ext></extLst></worksheet>`);
}

function twin(id: string, range: string, inside: string): string {
  const bounds = [...inside.matchAll(/val="([^"]*)"/g)].map(([, bound]) => {
    return `<x14:cfvo type="num"><xm:f>${bound}</xm:f></x14:cfvo>`;
  });
  const shape = `${SHAPE} gradient="0" negativeBarColorSameAsPositive="1" axisPosition="none"`;
  const rule = `<x14:cfRule type="dataBar" id="${id}"><x14:dataBar ${shape}>${bounds.join('')}</x14:dataBar></x14:cfRule>`;
  return `<x14:conditionalFormatting ${XM}>${rule}<xm:sqref>${range}</xm:sqref></x14:conditionalFormatting>`;
}
