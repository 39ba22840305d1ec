/** Imported before all that has words: choices know the languages that there are when they are made. */
import { addPseudoLanguage, PSEUDO } from '../support/pseudoLanguage.ts';

if (new URLSearchParams(location.search).get('lang') === PSEUDO) addPseudoLanguage();
