import type { ComponentProps, ComponentType } from 'preact';
import { strings } from '../strings.ts';
import type { MonthPart, View } from '../view.ts';
import type { LazyView } from './lazyView.tsx';

type LazyPage = ComponentProps<typeof LazyView>;

/** Half as large as all the rest: files, cleaning, history, formulas that are read and written. */
export const monthPages = () => import('./month/pages.ts');

const PAGES: Readonly<Partial<Record<View['at'], LazyPage>>> = {
  labels: { title: strings.labels, load: async () => (await import('./labelsPage.tsx')).LabelsPage },
  share: { title: strings.share, load: async () => (await import('./share/sharePage.tsx')).SharePage },
  health: { title: strings.health, load: async () => (await import('./care/healthPage.tsx')).HealthPage },
  doctor: { title: strings.doctor, load: async () => (await import('./care/doctorPage.tsx')).DoctorPage },
};

const MONTH_PAGES: Readonly<Record<MonthPart, () => Promise<ComponentType>>> = {
  bringIn: async () => (await monthPages()).BringIn,
  close: async () => (await monthPages()).ClosePage,
  report: async () => (await monthPages()).ReportPage,
  pay: async () => (await monthPages()).PayPage,
  reconcile: async () => (await monthPages()).ReconcilePage,
  cadence: async () => (await monthPages()).CadencePage,
};

const overview = async () => (await monthPages()).Overview;

/** The page of a view that is loaded when it is opened. */
export function lazyPageOf(view: View): LazyPage | undefined {
  if (view.at !== 'month') return PAGES[view.at];
  const { part } = view;
  if (!part) return { title: strings.month, load: overview };
  return { title: strings.monthParts[part], load: MONTH_PAGES[part] };
}
