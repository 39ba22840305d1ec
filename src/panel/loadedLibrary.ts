import { catalogue } from '../functions/catalogue.gen.ts';
import { assemble } from '../plan/assemble.ts';
import { preview } from '../plan/preview.ts';
import { relabel, wordingsOf } from '../plan/relabel.ts';
import { gallery } from '../templates/gallery.gen.ts';
import { inOrder } from '../templates/shared/order.ts';
import type { LoadedLibrary } from './library.ts';
import { namesBelow, readingNewest } from './newestTracker.ts';

/** A module of its own, so that the pane is drawn before it is loaded. */
export const loadedLibrary: LoadedLibrary = {
  functions: catalogue,
  templates: inOrder(gallery),
  assemble: (spec, naming) =>
    readingNewest(assemble(spec, { ...naming, below: namesBelow(spec, naming.taken) }), naming.taken),
  preview,
  wordingsOf,
  relabel,
};
