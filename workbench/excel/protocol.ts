import { callMember, HostCollection, HostError, HostObject, readMember, writeMember } from './hostObject.ts';

/** Excel's Rich API as Office.js speaks it: a batch of actions over objects that are named by paths. */
export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

export interface ReplyBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly HttpStatusCode: number;
    readonly Location?: string;
    readonly ActionIndex: number;
  };
}

const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

/** What the protocol needs of the host. */
export interface Model {
  readonly root: HostObject;
  service(name: string): HostObject;
  referenced(id: string): HostObject;
  /** Called before anything is read, so that pending formats and formulas are done. */
  beforeRead(): Promise<void>;
  /** The reference under which the client may use this object in later batches. */
  referenceOf(target: HostObject): string | undefined;
}

/** Runs one batch: actions in order, the first failure stops. */
export async function execute(body: RequestBody, model: Model): Promise<ReplyBody> {
  const batch = new Batch(body, model);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: (await batch.run(action)) ?? null });
    } catch (error) {
      return { Results: results, Error: failure(error, batch.location, index) };
    }
  }
  const traces = body.Actions.filter(action => action.ActionType === ACTION.trace);
  return { Results: results, TraceIds: traces.map(action => action.Id) };
}

function failure(error: unknown, location: string | undefined, index: number): NonNullable<ReplyBody['Error']> {
  // What went wrong in the host itself is told too: a client that is never answered would wait for ever.
  const Code = error instanceof HostError ? error.code : 'GeneralException';
  const Message = error instanceof Error ? error.message : String(error);
  return { Code, Message, HttpStatusCode: 400, ...(location && { Location: location }), ActionIndex: index };
}

class Batch {
  /** The member that was being used, as Excel names it in an error. */
  location: string | undefined;
  readonly #body: RequestBody;
  readonly #model: Model;
  readonly #objects = new Map<number, HostObject | null>();

  constructor(body: RequestBody, model: Model) {
    this.#body = body;
    this.#model = model;
  }

  async run(action: Action): Promise<unknown> {
    if (action.ActionType === ACTION.trace) return null;
    const target = await this.#resolve(action.ObjectPathId);
    if (target === null) return null;
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.#identify(target);
      case ACTION.query:
        await this.#model.beforeRead();
        return query(target, action.QueryInfo?.Select, item => this.#identify(item));
      case ACTION.method:
        return this.#outcome(await this.#call(target, action.Name ?? '', action.ArgumentInfo));
      case ACTION.setProperty:
        return this.#write(target, action.Name ?? '', action.ArgumentInfo);
      default:
        throw new HostError('NotImplemented', `This host does not know action type ${action.ActionType}.`);
    }
  }

  async #resolve(id: number): Promise<HostObject | null> {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.#body.ObjectPaths[id];
    if (!path) throw new HostError('InvalidObjectPath', `The object path ${id} is missing.`);
    const found = await this.#follow(path);
    this.#objects.set(id, found);
    return found;
  }

  async #follow(path: ObjectPath): Promise<HostObject | null> {
    if (path.ObjectPathType === PATH.root) return this.#model.root;
    if (path.ObjectPathType === PATH.service) return this.#model.service(path.Name);
    if (path.ObjectPathType === PATH.reference) return this.#model.referenced(path.Name);
    if (path.ObjectPathType === PATH.none) return null;
    const parent = path.ParentObjectPathId ? await this.#resolve(path.ParentObjectPathId) : this.#model.root;
    if (parent === null) return null;
    if (path.ObjectPathType === PATH.method) return asObject(await this.#call(parent, path.Name, path.ArgumentInfo));
    this.location = `${parent.constructor.name}.${path.Name ?? 'getItem'}`;
    if (path.ObjectPathType === PATH.property) return asObject(readMember(parent, path.Name));
    if (!(parent instanceof HostCollection)) throw new HostError('ApiNotFound', `${this.location} has no items.`);
    const [key] = await this.#arguments(path.ArgumentInfo);
    return parent.indexer(typeof key === 'number' ? key : String(key));
  }

  async #call(target: HostObject, name: string, info: ArgumentInfo | undefined): Promise<unknown> {
    this.location = `${target.constructor.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    return callMember(target, name, await this.#arguments(info));
  }

  async #write(target: HostObject, name: string, info: ArgumentInfo | undefined): Promise<null> {
    this.location = `${target.constructor.name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const [value] = await this.#arguments(info);
    writeMember(target, name, value);
    return null;
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const given = info?.Arguments ?? [];
    const objects = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(given.map((value, index) => (objects[index] ? this.#resolve(objects[index]) : value)));
  }

  #outcome(value: unknown): unknown {
    return value instanceof HostObject ? this.#identify(value) : value;
  }

  #identify(target: HostObject): Record<string, string> {
    const reference = this.#model.referenceOf(target);
    return { ...(target.hostId && { Id: target.hostId }), ...(reference && { _ReferenceId: reference }) };
  }
}

function asObject(value: unknown): HostObject | null {
  if (value === null || value instanceof HostObject) return value;
  throw new HostError('InvalidObjectPath', 'The path does not lead to an object.');
}

/** Selected properties by their wire names; "a/b" goes through an object, and a collection answers for its items. */
function query(
  target: HostObject,
  select: readonly string[] | undefined,
  identify: (item: HostObject) => Record<string, string>,
): Record<string, unknown> {
  if (!select) throw new HostError('NotImplemented', 'This host wants the properties to load by name.');
  if (target instanceof HostCollection) {
    return { _Items: target.items().map(item => ({ ...identify(item), ...query(item, select, identify) })) };
  }
  const found: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split('/');
    if (head === '$none') continue;
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    if (rest.length === 0) found[name] = readMember(target, name);
    else nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
  }
  for (const [name, paths] of nested) {
    const value = readMember(target, name);
    found[name] = value instanceof HostObject ? query(value, paths, identify) : null;
  }
  return found;
}
