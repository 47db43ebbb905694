/** A drill by its name: the scenario and the variant in the language of the page, the ids until they are read. */
import { usePackWords } from '../text/packs.ts';

export function VariantName({ scenario, variant }: { scenario: string; variant: string }) {
  const words = usePackWords(scenario, variant);
  return <>{words ? words.variant : variant}</>;
}
