import type { Cell } from '../../kernel/cell.ts';
import type { Text } from '../../kernel/text.ts';
import type { FileTable } from './readFile.ts';

export interface ToWorker {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly share: number }
  | {
      readonly kind: 'rows';
      readonly sheet: number;
      readonly title: string;
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'done'; readonly name: string; readonly encoding: FileTable['encoding'] }
  | { readonly kind: 'problem'; readonly problem: Text };
