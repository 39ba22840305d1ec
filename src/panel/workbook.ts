import { useEffect, useRef, useState } from 'preact/hooks';
import type { Inventory, PanelPort, PortError } from '../port/port.ts';
import { portError } from './insertion.ts';
import { type Memory, NOTHING_REMEMBERED, readMemory, written } from './memory.ts';
import { calculating, factNames, type SheetStatus, statusesOf } from './sheetStatus.ts';

/** What the pane knows of the workbook; nothing until it has been read. */
export interface KnownWorkbook {
  readonly inventory: Inventory | undefined;
  readonly sheets: readonly SheetStatus[];
  readonly memory: Memory | undefined;
  readonly problem: PortError | undefined;
  readonly reading: boolean;
  readonly read: () => void;
  /** Reads unless that was done a moment ago. */
  readonly refresh: () => void;
  /** Reads now, and again until what was inserted has been calculated. */
  readonly follow: () => void;
  readonly remember: (change: (memory: Memory) => Memory) => void;
}

type Read = Pick<KnownWorkbook, 'inventory' | 'sheets' | 'problem' | 'reading'>;

/** A workbook is read again when people come back to the pane, but not at every click. */
const FRESH = 5000;
/** Custom functions are calculated after the sheet was written, mostly within seconds: when to look again. */
const AGAIN: readonly number[] = [4000, 8000, 16_000, 32_000];

export function useWorkbook(port: PanelPort): KnownWorkbook {
  const [state, setState] = useState<Read>({ inventory: undefined, sheets: [], problem: undefined, reading: true });
  const [memory, setMemory] = useState<Memory>();
  const latest = useRef<{ at: number; again: readonly number[] }>({ at: 0, again: [] });
  const read = async ([wait, ...later] = latest.current.again) => {
    const mine = { at: Date.now(), again: later };
    latest.current = mine;
    setState(before => ({ ...before, reading: true }));
    const seen = await look(port);
    if (latest.current !== mine) return;
    const sheets = wait === undefined ? seen.sheets : seen.sheets?.map(calculating);
    setState(before => ({ ...before, ...seen, ...(sheets && { sheets }), reading: false }));
    if (wait === undefined || (wait !== AGAIN[0] && !sheets?.some(({ lights }) => lights?.waiting))) mine.again = [];
    else setTimeout(() => latest.current === mine && void read(later), wait);
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
      void read(AGAIN);
    },
    remember,
  };
}

async function look(port: PanelPort): Promise<Partial<Read>> {
  try {
    const inventory = await port.inspect();
    const names = factNames(inventory);
    const cells = names.length > 0 ? await port.read(names) : {};
    return { inventory, sheets: statusesOf(inventory, cells), problem: undefined };
  } catch (error) {
    return { problem: portError(error) };
  }
}
