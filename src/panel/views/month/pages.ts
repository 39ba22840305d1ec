/** Loaded in one piece: parts that are shared by many loads come in many small files, which the functions wait for. */
export { BringIn } from './bringIn.tsx';
export { CadencePage } from './cadencePage.tsx';
export { ClosePage } from './closePage.tsx';
export { HomeDuties } from './duties.tsx';
export { Overview } from './overview.tsx';
export { ReconcilePage } from './reconcilePage.tsx';
export { ReportPage } from './reportPage.tsx';
