import { tokenize } from '@borgar/fx';

/**
 * A formula as Excel stores it in a file: a custom function is _xldudf_KPI_NAME, and a reference to the same row
 * has its long form.
 */
export function storedFormula(formula: string, tableName: string | undefined): string {
  return tokenize(formula.replace(/^=/, ''), { mergeRefs: true })
    .map(({ type, value }) => {
      if (type === 'func' && /^KPI\./i.test(value)) return `_xldudf_${value.toUpperCase().replace(/\./g, '_')}`;
      // What came after Excel 2007 has a prefix in files.
      if (type === 'func' && /^M(?:AX|IN)IFS$/i.test(value)) return `_xlfn.${value.toUpperCase()}`;
      return type === 'structured' ? storedReference(value, tableName) : value;
    })
    .join('');
}

function storedReference(reference: string, tableName: string | undefined): string {
  const [, table = '', inside = ''] = /^([^[]*)\[@(.*)\]$/.exec(reference) ?? [];
  if (inside === '') return reference;
  const columns = inside.startsWith('[') ? inside : `[${inside}]`;
  return `${table || (tableName ?? '')}[[#This Row],${columns}]`;
}
