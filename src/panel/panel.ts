import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Language, Text } from '../kernel/text.ts';
import type { SheetSpec } from '../plan/sheetSpec.ts';
import type { Template } from '../plan/template.ts';
import type { PanelPort } from '../port/port.ts';
import type { Library } from './library.ts';
import type { Choices } from './memory.ts';
import type { View } from './view.ts';
import type { KnownWorkbook } from './workbook.ts';

/** What every view of the pane can reach. */
export interface Panel {
  readonly port: PanelPort;
  readonly library: Library;
  readonly language: Language;
  readonly t: (text: Text) => string;
  readonly open: (view: View) => void;
  /** Says something to screen readers. */
  readonly announce: (text: Text) => void;
  readonly workbook: KnownWorkbook;
  /** Inserts a template; its form's choices are remembered. */
  readonly insert: (template: Template, values: Readonly<Record<string, unknown>>, choices: Choices) => void;
  /** Inserts a sheet that was made from figures, not from a form. */
  readonly insertSheet: (label: Text, spec: SheetSpec) => void;
  /** True while a template is being inserted, and while what came of it is shown in place of its button. */
  readonly inserting: boolean;
  /** True while something is being inserted. */
  readonly working: boolean;
  /** What was typed in a view, for when it is opened again. */
  readonly kept: Map<string, unknown>;
  /** The day on which the pane was opened, yyyy-mm-dd. */
  readonly today: string;
}

export const PanelContext = createContext<Panel | undefined>(undefined);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel() outside of the pane');
  return panel;
}

/** State that outlives its view, under a key of its own. */
export function useKept<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const { kept } = usePanel();
  const [value, setValue] = useState<Value>(() => (kept.has(key) ? (kept.get(key) as Value) : initial));
  const keep = (next: Value) => {
    kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
}
