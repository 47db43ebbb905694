/** The hall's own rules of entry; the standard ones until they are heard. */
import { useEffect, useState } from 'react';
import { FloorRules, STANDARD_RULES } from '../../wire/floor.ts';
import { ask } from '../ask.ts';

export function useRules(): FloorRules {
  const [rules, setRules] = useState<FloorRules>(STANDARD_RULES);
  useEffect(() => {
    ask('/api/floor-rules', FloorRules).then(setRules, () => undefined);
  }, []);
  return rules;
}
