import { type ErrorType, ErrorValueObject, StringValueObject, ValueObjectFactory } from '@univerjs/engine-formula';

/** Texts that are remembered. */
const MOST = 20_000;
const noNumbers = new Map<string, ErrorType>();

/**
 * COUNTIFS and its like try each text of a range as a date, a time and a number, with every name of a month and a day,
 * and again for each formula that reads the range: that a text is none of them is found out once.
 */
const { prototype } = StringValueObject;
const convert = prototype.convertToNumberObjectValue;
prototype.convertToNumberObjectValue = function (this: StringValueObject) {
  const text = this.getValue();
  const known = noNumbers.get(text);
  if (known) return ErrorValueObject.create(known);
  const result = convert.call(this);
  if (result instanceof ErrorValueObject) {
    if (noNumbers.size >= MOST) noNumbers.clear();
    noNumbers.set(text, result.getErrorType());
  }
  return result;
};

/** So are criteria, each for each row that it is the criterion of. */
const noPatterns = new Set<string>();
const { create } = ValueObjectFactory;
ValueObjectFactory.create = (raw, isIgnoreNumberPattern) => {
  if (typeof raw !== 'string' || isIgnoreNumberPattern) return create(raw, isIgnoreNumberPattern);
  if (noPatterns.has(raw)) return create(raw, true);
  const result = create(raw);
  if (result instanceof StringValueObject) {
    if (noPatterns.size >= MOST) noPatterns.clear();
    noPatterns.add(raw);
  }
  return result;
};
