import type { Request } from '../../../month/change/locate.ts';
import { plansFor } from '../../../month/change/sheetPlan.ts';
import type { PanelPort } from '../../../port/port.ts';

/** Completes a request that takes a kept change up: the sheets in it are planned again, or compared with their plan. */
export async function withPlans(request: Request, port: PanelPort, today: string): Promise<Request> {
  if (request.is === 'apply' || request.plans) return request;
  const { undo, open } = await port.month.kept();
  const set = open ?? undo;
  if (!set?.changes.some(({ kind }) => kind === 'sheet' || kind === 'removeSheet')) return request;
  const [{ loadedLibrary }, taken] = [await import('../../loadedLibrary.ts'), await port.inspect()];
  const { templates } = loadedLibrary;
  return { ...request, plans: plansFor(set, { templates, dialect: port.dialect, taken, today }) };
}
