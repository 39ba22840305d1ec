import { ICommandService, type Univer } from '@univerjs/core';
import {
  CalculateController,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { TriggerCalculationController } from '@univerjs/sheets-formula';

type Call = (...args: readonly unknown[]) => unknown;

/**
 * Lets Univer calculate once at a time. It begins anew while it is calculating (0.25.1, calculate.controller.ts,
 * trigger-calculation.controller.ts), which takes away what has been found so far, or forgets what was to be done;
 * and it writes what it has found where the cells were when it began.
 */
export class Calculations {
  #running = false;
  /** What is to be calculated next. */
  #waiting: object | undefined;
  /** Cells have been moved since the calculation began. */
  #moved = false;

  constructor(univer: Univer) {
    const injector = univer.__getInjector();
    const controller = injector.get(CalculateController);
    const service = injector.get(ICalculateFormulaService);
    const commands = injector.get(ICommandService);
    const dirtying = injector.get(IActiveDirtyManagerService);

    // Results are written at once, before anything can move their cells.
    const atOnce: Pick<ICommandService, 'executeCommand'> = {
      executeCommand: async (...args) => commands.syncExecuteCommand(...args),
    };
    Reflect.set(controller, '_commandService', atOnce);
    const calculate = callOf(controller, '_calculate');
    const apply = callOf(controller, '_applyResult');
    const lock: unknown = Reflect.get(service, '_executeLock');
    const acquire = callOf(lock, 'acquire');
    const run = async (asked: object): Promise<void> => {
      this.#running = true;
      this.#moved = false;
      try {
        await calculate(asked);
        await acquire(LOCK, () => undefined);
      } finally {
        this.#running = false;
      }
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) await run(waiting);
    };
    Reflect.set(controller, '_calculate', async (asked: object) => {
      // Not before it asks: Univer would begin with it, before any function of ours is known.
      const trigger = injector.get(TriggerCalculationController);
      neverStop(trigger);
      const merge = callOf(trigger, '_mergeDirty');
      if (!this.#running) await run(asked);
      else this.#waiting = this.#waiting ? { ...asked, ...Object(merge(this.#waiting, asked)) } : asked;
    });
    Reflect.set(controller, '_applyResult', async (...args: readonly unknown[]) => {
      if (!this.#moved) return apply(...args);
      commands.executeCommand(
        SetTriggerFormulaCalculationStartMutation.id,
        { commands: [], forceCalculation: true },
        { onlyLocal: true },
      );
    });
    commands.onCommandExecuted(({ id }) => {
      if (!dirtying.get(id) || id === SetRangeValuesMutation.id) return;
      if (id !== SetTriggerFormulaCalculationStartMutation.id) this.#moved = true;
    });
  }

  get busy(): boolean {
    return this.#running;
  }
}

/** The service's own lock, which a calculation holds as long as it lasts. */
const LOCK = 'FORMULA_EXECUTION_LOCK';

/** It stops a calculation that it knows of, and begins anew. */
function neverStop(trigger: TriggerCalculationController): void {
  Object.defineProperty(trigger, '_executionInProgressParams', {
    configurable: true,
    get: () => null,
    set: () => undefined,
  });
}

function callOf(of: unknown, name: string): Call {
  const call: unknown = Reflect.get(Object(of), name);
  if (typeof call !== 'function') throw new Error(`Univer's calculation no longer has ${name}`);
  return (...args) => Reflect.apply(call, of, args);
}
