import { useEffect, useRef, useState } from 'preact/hooks';
import { portError } from './insertion.ts';
import { type Memory, NOTHING_REMEMBERED, readMemory, written } from './memory.ts';
import type { Inventory, PanelPort, PortError } from './port.ts';
import { calculating, factNames, type Standing, standingsOf } from './standing.ts';

/** What the pane knows of the workbook; nothing until it has been read. */
export interface Workbook {
  readonly inventory: Inventory | undefined;
  readonly sheets: readonly Standing[];
  readonly memory: Memory | undefined;
  readonly problem: PortError | undefined;
  readonly reading: boolean;
  readonly read: () => void;
  /** Reads unless that was done a moment ago. */
  readonly refresh: () => void;
  /** Reads now, and again when what was inserted has been calculated. */
  readonly follow: () => void;
  readonly remember: (change: (memory: Memory) => Memory) => void;
}

type Read = Pick<Workbook, 'inventory' | 'sheets' | 'problem' | 'reading'>;

/** A workbook is read again when people come back to the pane, but not at every click. */
const FRESH = 5000;
/** Custom functions are calculated after the sheet was written, in Google Sheets within seconds. */
const CALCULATED = 4000;

export function useWorkbook(port: PanelPort): Workbook {
  const [state, setState] = useState<Read>({ inventory: undefined, sheets: [], problem: undefined, reading: true });
  const [memory, setMemory] = useState<Memory>();
  const latest = useRef({ run: 0, at: 0 });
  const read = async (isCalculating = false) => {
    const mine = { run: latest.current.run + 1, at: Date.now() };
    latest.current = mine;
    setState(before => ({ ...before, reading: true }));
    const seen = await look(port);
    const sheets = isCalculating ? seen.sheets?.map(calculating) : seen.sheets;
    if (latest.current === mine)
      setState(before => ({ ...before, ...seen, ...(sheets && { sheets }), reading: false }));
  };
  const refresh = () => {
    if (Date.now() - latest.current.at > FRESH) void read();
  };
  const remember = (change: (memory: Memory) => Memory) => {
    const next = change(memory ?? NOTHING_REMEMBERED);
    setMemory(next);
    // Nobody has asked for it: where the workbook cannot keep it, it is kept as long as the pane is open.
    port.remember(written(next)).catch(() => undefined);
  };
  useEffect(() => {
    void read();
    port.recall().then(
      text => setMemory(readMemory(text)),
      () => setMemory(NOTHING_REMEMBERED),
    );
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, [port]);
  return {
    ...state,
    memory,
    read: () => void read(),
    refresh,
    follow() {
      void read(true);
      setTimeout(() => void read(), CALCULATED);
    },
    remember,
  };
}

async function look(port: PanelPort): Promise<Partial<Read>> {
  try {
    const inventory = await port.inspect();
    const names = factNames(inventory);
    const cells = names.length > 0 ? await port.read(names) : {};
    return { inventory, sheets: standingsOf(inventory, cells), problem: undefined };
  } catch (error) {
    return { problem: portError(error) };
  }
}
