/** The hall's own rules of the floor, each beside what other halls have published. */
import { Alert, Button, Card, List, NumberInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FloorRules } from '../../wire/floor.ts';
import { useAsk } from '../ask.ts';
import { Refused, Shown } from '../Shown.tsx';
import { useSend } from '../useSend.ts';

const RULES = [
  { field: 'headsetFrom_y', min: 0, max: 21, unit: 'years' },
  { field: 'headsetFrom_cm', min: 0, max: 200, unit: 'cm' },
  { field: 'consentUnder_y', min: 0, max: 18, unit: 'years' },
  { field: 'abandonAfter_s', min: 20, max: 600, unit: 'seconds' },
] as const;
const PUBLISHED = ['meta', 'tokyo', 'wakayama', 'hiroshima', 'pipl'] as const;

export function RulesPage() {
  const { t } = useTranslation('openings');
  const asked = useAsk('/api/floor-rules', FloorRules);
  return (
    <Stack maw={720}>
      <Title order={1} size="h2">
        {t('rules.title')}
      </Title>
      <Text>{t('rules.intro')}</Text>
      <Shown asked={asked}>{(rules) => <RulesForm rules={rules} />}</Shown>
      <Card withBorder>
        <Title order={2} size="h3" mb="xs">
          {t('rules.published')}
        </Title>
        <List spacing="xs">
          {PUBLISHED.map((one) => (
            <List.Item key={one}>{t(`rules.${one}`)}</List.Item>
          ))}
        </List>
      </Card>
    </Stack>
  );
}

function RulesForm({ rules }: { rules: FloorRules }) {
  const { t } = useTranslation('openings');
  const { busy, error, send } = useSend();
  const [saved, setSaved] = useState(false);
  const form = useForm<FloorRules>({
    initialValues: rules,
    validate: (values) => {
      const read = FloorRules.safeParse(values);
      return Object.fromEntries(
        (read.success ? [] : read.error.issues).map(({ path }) => [String(path[0]), t('bad.number')]),
      );
    },
    onValuesChange: () => setSaved(false),
  });
  const submit = form.onSubmit(async (body) => {
    if (await send('/api/floor-rules', FloorRules, { method: 'PUT', body })) setSaved(true);
  });
  return (
    <Card withBorder>
      <form onSubmit={submit} noValidate>
        <Stack>
          {RULES.map(({ field, min, max, unit }) => (
            <NumberInput
              key={field}
              size="md"
              label={t(`rules.${field}`)}
              description={t(`rules.help.${field}`)}
              suffix={` ${t(`unit.${unit}`)}`}
              min={min}
              max={max}
              allowDecimal={false}
              {...form.getInputProps(field)}
            />
          ))}
          {error && <Refused error={error} />}
          {saved && (
            <Alert color="teal" role="status" data-testid="rules-saved">
              {t('rules.saved')}
            </Alert>
          )}
          <Button size="md" type="submit" loading={busy} data-testid="save-rules">
            {t('form.save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
