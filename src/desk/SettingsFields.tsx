/** The six things a hall must say about itself, as form fields; all are required. */
import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { HallSettings } from '../wire/hall.ts';

export const SETTINGS = ['name', 'dutyPhone', 'gasLine', 'assemblyPoint', 'aedPlace', 'address'] as const;
export const NO_SETTINGS: HallSettings = {
  name: '',
  dutyPhone: '',
  gasLine: '',
  assemblyPoint: '',
  aedPlace: '',
  address: '',
};

/** @returns text key of what is wrong with a field, or null */
export function settingFault(field: (typeof SETTINGS)[number], value: string): string | null {
  if (HallSettings.shape[field].safeParse(value).success) return null;
  if (value.trim() === '') return 'form.required';
  return field === 'dutyPhone' || field === 'gasLine' ? 'form.phone' : 'form.long';
}

export function SettingsFields({ form }: { form: UseFormReturnType<{ settings: HallSettings }> }) {
  const { t } = useTranslation('desk');
  return SETTINGS.map((field) => (
    <TextInput
      key={form.key(`settings.${field}`)}
      label={t(`settings.${field}`)}
      description={t(`settings.${field}Help`)}
      required
      {...form.getInputProps(`settings.${field}`)}
    />
  ));
}

/** Validation of the whole group for useForm: each fault by its field, already in words. */
export function settingFaults(settings: HallSettings, t: (key: string) => string): Record<string, string | null> {
  return Object.fromEntries(
    SETTINGS.map((field) => {
      const fault = settingFault(field, settings[field]);
      return [`settings.${field}`, fault && t(fault)];
    }),
  );
}
