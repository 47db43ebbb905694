/** Plans one opening, or one a month: day, hours, room, who and what, and beside it whether it fits. */
import { Button, Chip, Group, Input, Modal, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllPacks } from '../../text/packs.ts';
import { AUDIENCES } from '../../wire/floor.ts';
import { Opening, Openings } from '../../wire/openings.ts';
import { Refused } from '../Shown.tsx';
import { useSend } from '../useSend.ts';
import { type Cycle, FitShown } from './FitShown.tsx';
import { fieldsOf, type PlanForm, planFaults } from './plan.ts';

interface OpeningFormProps {
  /** id of the opening that is changed; null for a new one */
  id: string | null;
  initial: PlanForm;
  cycle: Cycle;
  onDone: () => void;
  onClose: () => void;
}

export function OpeningForm({ id, initial, cycle, onDone, onClose }: OpeningFormProps) {
  const { t } = useTranslation('openings');
  const { busy, error, send } = useSend();
  const form = useForm<PlanForm>({
    initialValues: initial,
    validate: (values) =>
      Object.fromEntries(Object.entries(planFaults(values)).map(([field, key]) => [field, key && t(key)])),
  });
  const submit = form.onSubmit(async (values) => {
    const fields = fieldsOf(values);
    const done = id
      ? await send(`/api/openings/${id}`, Opening, { method: 'PUT', body: fields })
      : await send('/api/openings', Openings, { method: 'POST', body: { fields, repeatMonths: values.repeatMonths } });
    if (done) onDone();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(id ? 'form.change' : 'form.plan')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <WhenFields form={form} />
          <WhoFields form={form} />
          <CountFields form={form} repeats={id === null} />
          <FitShown planned={form.values} cycle={cycle} />
          {error && <Refused error={error} />}
          <Group justify="flex-end">
            <Button size="md" variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button size="md" type="submit" loading={busy} data-testid="save-opening">
              {t(id ? 'form.save' : 'form.planIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

type Fields = { form: UseFormReturnType<PlanForm> };

function WhenFields({ form }: Fields) {
  const { t } = useTranslation('openings');
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }}>
      <DateInput
        size="md"
        label={t('field.day')}
        valueFormat="YYYY-MM-DD"
        required
        popoverProps={{ withinPortal: true }}
        {...form.getInputProps('day')}
      />
      <TextInput size="md" label={t('field.room')} required {...form.getInputProps('room')} />
      <TimeInput size="md" label={t('field.from')} required {...form.getInputProps('from')} />
      <TimeInput size="md" label={t('field.to')} required {...form.getInputProps('to')} />
    </SimpleGrid>
  );
}

function WhoFields({ form }: Fields) {
  const { t } = useTranslation('openings');
  const packs = useAllPacks();
  const scenarios = useMemo(
    () => [...new Map(packs?.map(({ name, words }) => [name.split('/')[0]!, words.scenario]))],
    [packs],
  );
  const { error, value, onChange } = form.getInputProps('scenarios');
  return (
    <>
      <Input.Wrapper label={t('field.audience')} labelElement="div">
        <Chip.Group {...form.getInputProps('audience')}>
          <Group mt={4}>
            {AUDIENCES.map((one) => (
              <Chip key={one} value={one} size="md" color="teal.8">
                {t(`audience.${one}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Input.Wrapper label={t('field.scenarios')} labelElement="div" required error={error}>
        <Chip.Group multiple value={value} onChange={onChange}>
          <Group mt={4}>
            {scenarios.map(([name, title]) => (
              <Chip key={name} value={name} size="md" color="teal.8">
                {title}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
    </>
  );
}

const COUNTS = [
  { field: 'places', min: 1, max: 500 },
  { field: 'headsets', min: 0, max: 40 },
  { field: 'desktops', min: 0, max: 40 },
  { field: 'crew', min: 1, max: 7 },
] as const;

function CountFields({ form, repeats }: Fields & { repeats: boolean }) {
  const { t } = useTranslation('openings');
  const counts = repeats ? [...COUNTS, { field: 'repeatMonths', min: 0, max: 12 } as const] : COUNTS;
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }}>
      {counts.map(({ field, min, max }) => (
        <NumberInput
          key={field}
          size="md"
          label={t(`field.${field}`)}
          description={t(`help.${field}`)}
          min={min}
          max={max}
          allowDecimal={false}
          clampBehavior="strict"
          {...form.getInputProps(field)}
          // an emptied field counts as its least
          onChange={(value) => form.setFieldValue(field, typeof value === 'number' ? value : min)}
        />
      ))}
    </SimpleGrid>
  );
}
