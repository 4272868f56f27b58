import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

type Benefit = keyof typeof vi.benefits

/** Which of several benefits it is about, where the law has to be told. */
export function BenefitSelect({
  benefits,
  benefit,
  onChange,
}: {
  benefits: readonly Benefit[]
  benefit: Benefit | null
  onChange: (benefit: Benefit | null) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <Select
      label={t.file.result.benefit}
      options={benefits.map((value) => ({ value, label: t.benefits[value] }))}
      value={benefit}
      onChange={onChange}
    />
  )
}
