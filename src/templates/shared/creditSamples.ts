import type { Language } from '../../kernel/text.ts';
import type { Need } from '../../plan/sheetSpec.ts';
import { COMPLETE, CREDITS, type CreditRole, ROLES } from '../../sheets/credits.ts';
import { SHARED_DEALS, sampleNumber } from './dealSamples.ts';
import { SAMPLE_PEOPLE } from './samples.ts';

interface SampleCredit {
  readonly number: string;
  readonly person: string;
  readonly role: CreditRole;
  readonly share: number | undefined;
  /** What it comes to. */
  readonly credit: number;
  readonly complete: boolean;
}

/** A deal of two with presales on top of it, and one of which a tenth is nobody's. */
function sampleCredits(language: Language): SampleCredit[] {
  return SHARED_DEALS.flatMap(({ deal, complete, people }) =>
    people.map(({ person, role, share, credit = share ?? 0 }) => ({
      number: sampleNumber(deal),
      person: SAMPLE_PEOPLE[person]?.person[language] ?? '',
      role,
      share,
      credit,
      complete,
    })),
  );
}

/** As they are typed. */
export function sampleCreditLines(language: Language) {
  return sampleCredits(language).map(({ number, person, role, share }) => ({
    number,
    person,
    role: ROLES[role][language],
    share,
  }));
}

/** Cells of the credits sheet as its sample rows make them, for previews. */
export function creditsNeed(language: Language): Need {
  const rows = sampleCredits(language);
  return {
    template: 'credits',
    names: {
      [CREDITS.number]: rows.map(({ number }) => [number]),
      [CREDITS.person]: rows.map(({ person }) => [person]),
      [CREDITS.role]: rows.map(({ role }) => [ROLES[role][language]]),
      [CREDITS.credit]: rows.map(({ credit }) => [credit]),
      [CREDITS.state]: rows.map(({ complete }) => [complete ? COMPLETE[language] : '✗']),
    },
  };
}
