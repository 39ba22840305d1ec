import type { ComponentProps, ComponentType } from 'preact';
import { strings } from '../strings.ts';
import type { MonthPart, View } from '../view.ts';
import type { LazyView } from './lazyView.tsx';

type LazyPage = ComponentProps<typeof LazyView>;

/** Half as large as all the rest: files, cleaning, history, formulas that are read and written. */
const PAGES: Readonly<Partial<Record<View['at'], LazyPage>>> = {
  share: { title: strings.share, load: async () => (await import('./share/sharePage.tsx')).SharePage },
  health: { title: strings.health, load: async () => (await import('./care/healthPage.tsx')).HealthPage },
  doctor: { title: strings.doctor, load: async () => (await import('./care/doctorPage.tsx')).DoctorPage },
};

const MONTH_PAGES: Readonly<Record<MonthPart, () => Promise<ComponentType>>> = {
  bringIn: async () => (await import('./month/bringIn.tsx')).BringIn,
  close: async () => (await import('./month/closePage.tsx')).ClosePage,
  report: async () => (await import('./month/reportPage.tsx')).ReportPage,
  reconcile: async () => (await import('./month/reconcilePage.tsx')).ReconcilePage,
  cadence: async () => (await import('./month/cadencePage.tsx')).CadencePage,
};

const overview = async () => (await import('./month/overview.tsx')).Overview;

/** The page of a view that is loaded when it is opened. */
export function lazyPageOf(view: View): LazyPage | undefined {
  if (view.at !== 'month') return PAGES[view.at];
  const { part } = view;
  if (!part) return { title: strings.month, load: overview };
  return { title: strings.monthParts[part], load: MONTH_PAGES[part] };
}
