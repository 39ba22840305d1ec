import { PortError } from '../../src/port/port.ts';

/** Settings whose names begin so say who writes: claim, pane, and when it began. */
const START = 'kpi.claim.';

/** This pane. */
const PANE = Math.random().toString(36).slice(2);

/** A pane that was closed while it wrote does not keep the others from it for longer, in milliseconds. */
const LIFE = 120_000;

let count = 0;
const running = new Set<string>();

/**
 * Excel has no lock: two panes that read, and then write what they made of it, would overwrite one another. So each
 * writes a setting of its own in the batch that reads, and goes on only where it finds no other there: batches are
 * carried out one after the other, so that at most one pane does.
 */
export class Claim {
  private readonly key = `${START}${PANE}.${++count}.${Date.now().toString(36)}`;
  private settings: Excel.SettingCollection | undefined;

  constructor() {
    running.add(this.key);
  }

  /** Queued before the settings are asked for (`askSetting`), whose keys are looked at; again where those are. */
  ask({ settings }: Excel.Workbook): void {
    settings.add(this.key, '');
    this.settings = settings;
  }

  /** Once the batch is synced: refuses where somebody else is writing. */
  check(): void {
    if (this.others.some(isLive)) throw new PortError('busy', 'another pane is writing');
  }

  /** First in a batch that writes: it stops there where the claim was broken meanwhile. */
  hold({ settings }: Excel.Workbook): void {
    for (const key of this.others) if (!isLive(key)) settings.getItemOrNullObject(key).delete();
    settings.getItem(this.key).load('key');
  }

  /** In the batch that ends the work. */
  release({ settings }: Excel.Workbook): void {
    settings.getItemOrNullObject(this.key).delete();
  }

  /** Whatever came of it; a claim that could not be released in the workbook is none of a living pane's. */
  end(): void {
    running.delete(this.key);
  }

  private get others(): string[] {
    return (this.settings?.items ?? []).map(({ key }) => key).filter(key => key.startsWith(START) && key !== this.key);
  }
}

function isLive(key: string): boolean {
  const [pane = '', , since = ''] = key.slice(START.length).split('.');
  if (pane === PANE) return running.has(key);
  // Clocks of two machines differ.
  return Math.abs(Date.now() - Number.parseInt(since, 36)) < LIFE;
}

/** Runs work that ends with the release of its claim, or without having written anything. */
export async function alone<Value>(work: (claim: Claim) => Promise<Value>): Promise<Value> {
  const claim = new Claim();
  try {
    return await work(claim);
  } finally {
    claim.end();
  }
}

/** Where nothing is written after all. */
export async function released(claim: Claim): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  claim.release(workbook);
  // What stays is nobody's once the pane has ended its work.
  await workbook.context.sync().catch(() => undefined);
}
