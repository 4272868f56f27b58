import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { FileDrop } from './file-drop.tsx'

/** One file to be checked and one button that sends it; without a file it says so and sends nothing. */
export function FileForm({
  label,
  kinds,
  limit,
  hint,
  missing,
  verb,
  isPending,
  onSend,
  children,
}: {
  label: string
  kinds: readonly string[]
  limit: number
  hint: string
  /** What is said where no file was chosen. */
  missing: string
  verb: string
  isPending: boolean
  onSend: (file: File) => void
  /** What was wrong, and whatever is asked before the file. */
  children?: ReactNode
}) {
  const [file, setFile] = useState<File | null>(null)
  const [isMissing, setMissing] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(file === null)
    if (file !== null) onSend(file)
  }
  return (
    <form className="form" onSubmit={submit}>
      {children}
      <FileDrop
        label={label}
        kinds={kinds}
        limit={limit}
        file={file}
        onChange={setFile}
        hint={hint}
        error={isMissing && file === null ? missing : undefined}
      />
      <div className="btns">
        <Button type="submit" emphasis="primary" isPending={isPending}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
