import { assemble } from '../plan/assemble.ts';
import { preview } from '../plan/preview.ts';
import { gallery } from '../templates/gallery.gen.ts';
import type { Workshop } from './library.ts';

/** A module of its own, so that the pane is drawn before it is loaded. */
export const workshop: Workshop = { templates: gallery, assemble, preview };
