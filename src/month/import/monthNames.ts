/** The months as exports write them, in the languages whose CRMs spell them out. */
const NAMES = [
  'january,jan,januar,januari,jänner,janvier,janv,enero,ene,janeiro,gennaio,gen',
  'february,feb,februar,februari,février,févr,febrero,fevereiro,fev,febbraio',
  'march,mar,märz,mär,mrz,maart,mrt,mars,marzo,março',
  'april,apr,avril,avr,abril,abr,aprile',
  'may,mai,mei,mayo,maio,maggio,mag',
  'june,jun,juni,juin,junio,junho,giugno,giu',
  'july,jul,juli,juillet,juil,julio,julho,luglio,lug',
  'august,aug,augustus,août,agosto,ago',
  'september,sept,sep,septembre,septiembre,setembro,set,settembre',
  'october,oct,oktober,okt,octobre,octubre,outubro,out,ottobre,ott',
  'november,nov,novembre,noviembre,novembro',
  'december,dec,dezember,dez,décembre,déc,diciembre,dic,dezembro,dicembre',
];

const NUMBER_OF = new Map(NAMES.flatMap((names, index) => names.split(',').map(name => [name, index + 1] as const)));

/** For a pattern: a whole word, so that neither "maybe" nor "Mayor" is a month. */
export const MONTH_NAME = `(${[...NUMBER_OF.keys()].sort((a, b) => b.length - a.length).join('|')})(?![a-zà-ÿ])\\.?`;

/** From 1; 0 for what is no month. */
export function monthNumberOf(name: string | undefined): number {
  return NUMBER_OF.get((name ?? '').toLowerCase()) ?? 0;
}
