/** Loaded in one piece, as the month's pages are. */
export { SharePage } from '../share/sharePage.tsx';
export { DoctorPage } from './doctorPage.tsx';
export { HealthPage } from './healthPage.tsx';
