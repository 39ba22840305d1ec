import type { ICommandInfo, ICommandService } from '@univerjs/core';
import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { TriggerCalculationController } from '@univerjs/sheets-formula';

/** What Univer keeps to itself about what it is going to calculate (0.25.1, trigger-calculation.controller.ts). */
interface Inside {
  _waitingCommandQueue: readonly ICommandInfo[];
  _executingDirtyData: object;
  _executionInProgressParams: object | null;
  _setTimeoutKey: ReturnType<typeof setTimeout> | number;
  _generateDirty(commands: readonly ICommandInfo[]): object;
  _mergeDirty(before: object, now: object): object;
}

/**
 * Univer gathers changes until there has been none for 100 ms, and only then calculates. Whoever waits for the results
 * has made all of them, and need not wait for that.
 */
export class Trigger {
  readonly #commands: ICommandService;
  readonly #inside: Inside;

  constructor(commands: ICommandService, controller: TriggerCalculationController) {
    this.#commands = commands;
    for (const name of ['_waitingCommandQueue', '_executingDirtyData', '_generateDirty', '_mergeDirty']) {
      if (!Reflect.get(controller, name)) throw new Error(`Univer's calculation no longer has ${name}`);
    }
    this.#inside = controller as unknown as Inside;
  }

  /** Something has changed that Univer has not begun to calculate. */
  get isDue(): boolean {
    return this.#inside._waitingCommandQueue.length > 0;
  }

  /** What Univer does once its time is over, provided that it calculates nothing. */
  begin(): void {
    const inside = this.#inside;
    if (inside._executionInProgressParams) return;
    clearTimeout(inside._setTimeoutKey);
    const dirty = inside._generateDirty(inside._waitingCommandQueue);
    inside._executingDirtyData = inside._mergeDirty(inside._executingDirtyData, dirty);
    inside._waitingCommandQueue = [];
    this.#commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      { ...inside._executingDirtyData },
      { onlyLocal: true },
    );
  }
}
