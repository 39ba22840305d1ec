import { BLANK_TOKENS } from '../../kernel/cell.ts';
import {
  isBlank,
  NoTwin,
  type Part,
  type Ranges,
  type Reach,
  type RowTwin,
  type Texts,
  WRONG,
  when,
  withoutDefault,
} from '../../kernel/native.ts';
import { apportionTwin } from './apportionTwin.ts';
import { along, elsewhere, HIDDEN, isPlain, misfit, textsIn, unknown } from './listTwin.ts';

type Name = 'total' | 'weights' | 'unit' | 'minimum' | 'locked' | 'groups';

export const row: RowTwin<Name> = {
  print(given, part, ranges) {
    const text = { ...given, unit: withoutDefault(given.unit) };
    const { total, weights, locked, groups } = ranges;
    if (text.minimum !== '0') return new NoTwin('a minimum is reached in rounds', '最小值需多轮计算');
    if (!total || !weights?.isReference || (text.locked !== '' && !locked?.isReference)) return unknown();
    if (text.groups !== '')
      return groups?.isReference && total.isReference
        ? byGroup(text, part, { ...ranges, total, weights, groups })
        : unknown();
    if (total.rows * total.columns === 1) return whole(text, part, { ...ranges, weights });
    if (!total.isReference && !total.stacked) return unknown();
    return byRow(text, part, { ...ranges, total, weights });
  },
  size({ total, weights }, { groups }) {
    if (!total || !weights) return undefined;
    const isByRow = groups === '' && total.rows > 1;
    return { rows: isByRow ? total.rows : weights.rows, columns: weights.columns };
  },
  bounds: ({ groups }) => (groups === '' ? [] : ['weights']),
};

type Known<Given extends Name> = Ranges<Name> & { readonly [N in Given]: Reach };

/** One total over a column or a row of weights. */
function whole(text: Texts<Name>, part: Part, { weights, locked }: Known<'weights'>): string | NoTwin {
  if (locked && !isAlike(locked, weights)) return misfit();
  const list = along(part, weights);
  if (list instanceof NoTwin) return list;
  const shared = apportionTwin({ ...text, ...list, member: '', above: '' });
  return checked(text.unit, [text.weights, text.locked], amount(text.total, shared));
}

/** The cells of a group share the total that stands beside each of them. */
function byGroup(
  text: Texts<Name>,
  { column, own }: Part,
  { total, weights, locked, groups }: Known<'total' | 'weights' | 'groups'>,
): string | NoTwin {
  if ([total, groups, locked].some(range => range && !isAlike(range, weights))) return misfit();
  if (weights.columns > 1) return new NoTwin('the groups are no single column', '分组并非单列');
  if (column !== '' && column !== '1') return elsewhere();
  if (groups.cells?.flat().some(label => !isPlain(String(label ?? '')))) {
    return new NoTwin('group names have full-width or hidden characters', '分组名称含全角或不可见字符');
  }
  const [totals, group] = [text.total, `TRIM(${own(text.groups)})`];
  const member = `(TRIM(${text.groups})=${group})`;
  const shared = apportionTwin({ ...text, total: own(totals), across: false, member, above: '', own });
  const differs = `(${totals}<>${own(totals)})+(ISNUMBER(${totals})<>ISNUMBER(${own(totals)}))`;
  const tokens = [...BLANK_TOKENS].map(token => `"${token}"`).join(',');
  const result = when(
    `SUMPRODUCT(${member}*(${differs}))`,
    WRONG,
    when(isBlank(own(totals)), '""', amount(own(totals), shared)),
  );
  const hidden = `SUMPRODUCT(--ISNUMBER(FIND(UNICHAR({${HIDDEN.join(',')}}),${text.groups})))`;
  const negative = `SUMPRODUCT(${member}*ISNUMBER(${text.weights})*(${text.weights}<0))`;
  const texts = textsAmong([totals, text.weights, text.locked], member);
  const grouped = when([...texts, negative].join('+'), WRONG, result);
  const ofAll = [hidden, ...unitText(text.unit)].join('+');
  return when(ofAll, WRONG, when(`SUMPRODUCT(--(${group}={${tokens}}))`, '""', grouped));
}

/** A total for each row, over the same row of weights or over a row of its own; ties go on from row to row. */
function byRow(
  text: Texts<Name>,
  { place, column, own: rowOf }: Part,
  { total, weights, locked }: Known<'total' | 'weights'>,
): string | NoTwin {
  if (total.columns !== 1 || (weights.rows !== 1 && weights.rows !== total.rows)) return misfit();
  if (locked && (locked.rows !== total.rows || locked.columns !== weights.columns)) return misfit();
  if (column === '' && weights.columns > 1) return elsewhere();
  const line = (range: string, { rows }: Reach): string => (rows === 1 ? range : `INDEX(${range},${place},0)`);
  const lines = {
    weights: line(text.weights, weights),
    locked: locked ? line(text.locked, locked) : '',
    unit: text.unit,
  };
  const { stacked } = total;
  const [above, own] = stacked ? stackedAt(stacked, place) : ranged(text.total, rowOf(text.total));
  if (own === undefined) return elsewhere();
  const shared = apportionTwin({
    ...lines,
    total: own,
    // Nobody waits for a turn alone.
    above: weights.columns > 1 ? above : '',
    member: '',
    across: true,
    own: range => `INDEX(${range},${column === '' ? '1' : column})`,
  });
  const result = when(isBlank(own), '""', amount(own, shared));
  const ranges = [text.weights, text.locked];
  if (!stacked) return checked(text.unit, ranges, result);
  const [first = ''] = stacked;
  return checked(text.unit, ranges, when(`ISNUMBER(${first})+(${first}="")`, result, WRONG));
}

function stackedAt([first = '', second = '']: readonly string[], place: string): [above: string, own?: string] {
  if (place === '1') return ['', first];
  return place === '2' ? [`(${first})`, second] : [''];
}

function ranged(total: string, own: string): [above: string, own: string] {
  // A sum by a criterion passes over errors, which are those of their own rows.
  return [`(SUMIF(INDEX(${total},1):${own},"<9E307")-SUMIF(${own},"<9E307"))`, own];
}

function amount(total: string, result: string): string {
  // An error keeps its kind.
  return when(`ISNUMBER(${total})`, result, when(`ISERROR(${total})`, total, WRONG));
}

function checked(unit: string, ranges: readonly string[], result: string): string {
  return when([...textsAmong(ranges), ...unitText(unit)].join('+'), WRONG, result);
}

/** A text is an error of all that depends on it: of the members of its group where there are groups. */
function textsAmong(ranges: readonly string[], member = ''): string[] {
  return ranges.filter(range => range !== '').map(range => textsIn(range, member));
}

function unitText(unit: string): string[] {
  return Number(unit) > 0 ? [] : [`ISTEXT(${unit})`];
}

function isAlike(a: Reach, b: Reach): boolean {
  return a.rows === b.rows && a.columns === b.columns;
}
