import {
  BooleanValueObject,
  functionLookup,
  functionMath,
  functionStatistical,
  StringValueObject,
} from '@univerjs/engine-formula';

/**
 * Only functions that look texts up read * ? and ~ as signs of a pattern: =A1="A*" compares with the text itself. In a
 * pattern a tilde takes the sign behind it as it is, be it a tilde. Univer reads patterns everywhere, and ~~ nowhere.
 */
const BY_PATTERN = /^(?:(?:COUNT|SUM|AVERAGE)IFS?|MAXIFS|MINIFS|X?MATCH|[VHX]LOOKUP)$/;
let lookedUp = 0;

for (const [executor, name] of [...functionMath, ...functionStatistical, ...functionLookup]) {
  if (typeof executor !== 'function' || !BY_PATTERN.test(String(name))) continue;
  const calculate: unknown = Reflect.get(executor.prototype, 'calculate');
  if (typeof calculate !== 'function') throw new Error(`Univer no longer calculates ${name} as it did`);
  Reflect.set(executor.prototype, 'calculate', function (this: unknown, ...args: unknown[]): unknown {
    lookedUp++;
    try {
      return Reflect.apply(calculate, this, args);
    } finally {
      lookedUp--;
    }
  });
}

const { compareBy } = StringValueObject.prototype;
StringValueObject.prototype.compareBy = function (value, sign, isCaseSensitive) {
  if (typeof value !== 'string' || !/[*?~]/.test(value) || (sign !== '=' && sign !== '<>')) {
    return compareBy.call(this, value, sign, isCaseSensitive);
  }
  const meets = lookedUp > 0 ? pattern(value).test(this.getValue()) : isSame(this.getValue(), value, isCaseSensitive);
  return BooleanValueObject.create(meets === (sign === '='));
};

function isSame(left: string, right: string, isCaseSensitive = false): boolean {
  return isCaseSensitive ? left === right : left.toLocaleLowerCase() === right.toLocaleLowerCase();
}

/** One pattern is compared with all cells of a range. */
let last = { text: '', is: /^$/ };

function pattern(text: string): RegExp {
  if (text !== last.text) last = { text, is: patternOf(text) };
  return last.is;
}

function patternOf(text: string): RegExp {
  const source = text.replace(/~?[\s\S]/gu, sign => {
    if (sign === '*') return '[\\s\\S]*';
    return sign === '?' ? '[\\s\\S]' : sign.replace(/^~(?=.)/su, '').replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'iu');
}
