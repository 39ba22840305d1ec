/** An error as Excel reports it; the client turns it into an OfficeExtension.Error. */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const invalidArgument = (): HostError =>
  new HostError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.");
export const accessDenied = (): HostError =>
  new HostError('AccessDenied', 'You cannot perform the requested operation.');

/**
 * An object of Excel's model. Its members that begin with a capital (or with _ and a capital) are the members that
 * go over the wire; nothing else can be reached, so what the host does not play fails as an unknown member.
 */
export abstract class HostObject {
  /** Excel's own id, for objects that are found again by it. */
  get hostId(): string | undefined {
    return undefined;
  }
}

/** Takes every call and answers nothing: the client's own services, which no workbook shows. */
export class SilentService extends HostObject {}

/** A collection; the client asks it for its items. */
export abstract class HostCollection<Item extends HostObject> extends HostObject {
  abstract items(): readonly Item[];
  abstract indexer(key: string | number): Item;
}

export function readMember(target: HostObject, name: string): unknown {
  const member = memberOf(target, name);
  if (!member?.get) throw unknown(target, name);
  return member.get.call(target);
}

export function writeMember(target: HostObject, name: string, value: unknown): void {
  const member = memberOf(target, name);
  if (!member?.set) throw unknown(target, name);
  member.set.call(target, value);
}

export function callMember(target: HostObject, name: string, args: readonly unknown[]): unknown {
  if (target instanceof SilentService) return undefined;
  const member = memberOf(target, name);
  if (typeof member?.value !== 'function') throw unknown(target, name);
  return member.value.apply(target, args);
}

function memberOf(target: HostObject, name: string): PropertyDescriptor | undefined {
  if (!/^_?[A-Z]/.test(name)) return undefined;
  let prototype: unknown = Object.getPrototypeOf(target);
  while (prototype instanceof HostObject) {
    const member = Object.getOwnPropertyDescriptor(prototype, name);
    if (member) return member;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

function unknown(target: HostObject, name: string): HostError {
  return new HostError(
    'ApiNotFound',
    `The API you are trying to use could not be found: ${target.constructor.name}.${name}`,
  );
}
