/** Loaded in one piece: parts that are shared by many loads come in many small files, which the functions wait for. */
export { BringIn } from './bringIn/bringIn.tsx';
export { CadencePage } from './calendar/cadencePage.tsx';
export { HomeDuties } from './calendar/duties.tsx';
export { ClosePage } from './close/closePage.tsx';
export { Overview } from './overview.tsx';
export { PayPage } from './pay/payPage.tsx';
export { ReconcilePage } from './reconcile/reconcilePage.tsx';
export { ReportPage } from './report/reportPage.tsx';
