import { fileURLToPath } from 'node:url';
import { generate } from '../../scripts/generate.ts';

export default function setup(): void {
  generate(fileURLToPath(new URL('../..', import.meta.url)));
}
