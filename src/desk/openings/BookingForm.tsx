/** A group on the list of an opening: its name, how many, who they are, when they come. */
import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AUDIENCES } from '../../wire/floor.ts';
import { Booking, BookingFields } from '../../wire/openings.ts';
import { Refused } from '../Shown.tsx';
import { useSend } from '../useSend.ts';

interface BookingFormProps {
  opening: string;
  /** null: a new one */
  booking: Booking | null;
  audience: BookingFields['audience'];
  onDone: () => void;
  onClose: () => void;
}

export function BookingForm({ opening, booking, audience, onDone, onClose }: BookingFormProps) {
  const { t } = useTranslation('openings');
  const { busy, error, send } = useSend();
  const form = useForm({
    initialValues: {
      name: booking?.name ?? '',
      count: booking?.count ?? 10,
      audience: booking?.audience ?? audience,
      at: booking?.at ?? '',
    },
    validate: {
      name: (value) => (BookingFields.shape.name.safeParse(value).success ? null : t('bad.name')),
      count: (value) => (BookingFields.shape.count.safeParse(value).success ? null : t('bad.count')),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const body: BookingFields = { ...values, name: values.name.trim(), at: values.at === '' ? null : values.at };
    const done = booking
      ? await send(`/api/bookings/${booking.id}`, Booking, { method: 'PUT', body })
      : await send(`/api/openings/${opening}/bookings`, Booking, { method: 'POST', body });
    if (done) onDone();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(booking ? 'bookings.change' : 'bookings.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            size="md"
            label={t('field.name')}
            description={t('help.name')}
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <NumberInput
            size="md"
            label={t('field.count')}
            min={1}
            max={200}
            allowDecimal={false}
            required
            {...form.getInputProps('count')}
          />
          <Select
            size="md"
            label={t('field.audience')}
            allowDeselect={false}
            data={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            {...form.getInputProps('audience')}
          />
          <TimeInput size="md" label={t('field.at')} description={t('help.at')} {...form.getInputProps('at')} />
          {error && <Refused error={error} />}
          <Group justify="flex-end">
            <Button size="md" variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button size="md" type="submit" loading={busy} data-testid="save-booking">
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
