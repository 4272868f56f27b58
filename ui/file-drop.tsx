import { useId, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { describedBy, ErrorText, HintText } from './native-field.tsx'

/** A place to drop a file or to choose one; says at once what it cannot take. */
export function FileDrop({
  label,
  kinds,
  limit,
  file,
  onChange,
  hint,
  error,
}: {
  label: string
  /** Endings it takes: `['.xlsx', '.xls']`. */
  kinds: readonly string[]
  /** Largest size in bytes. */
  limit: number
  file: File | null
  onChange: (file: File | null) => void
  hint?: ReactNode
  error?: string | undefined
}) {
  const t = useMessages({ vi, en })
  const own = useId()
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const shown = refusal ?? error

  function take(given: File | undefined) {
    if (!given) return
    const isOfKind = kinds.some((kind) => given.name.toLowerCase().endsWith(kind))
    const refused = !isOfKind
      ? t.fileOfOtherKind(given.name, kinds.join(', '))
      : given.size > limit
        ? t.fileTooLarge(given.name, `${Math.floor(limit / 1_048_576)} MB`)
        : undefined
    setRefusal(refused)
    onChange(refused ? null : given)
  }
  return (
    <div className="field" data-invalid={shown ? true : undefined}>
      <label htmlFor={own}>{label}</label>
      {shown && <ErrorText id={`${own}-error`}>{shown}</ErrorText>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is one more way in; by keyboard one chooses in the box inside */}
      <label
        className="file-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <Icon name={file ? 'document' : 'upload'} />
        <span>
          <b>{file ? file.name : t.chooseFile}</b>{' '}
          <span className="quiet">{file ? formatSize(file.size) : t.dropFile}</span>
        </span>
        <input
          id={own}
          type="file"
          className="sr"
          accept={kinds.join(',')}
          aria-describedby={describedBy(own, shown, hint)}
          onChange={({ target }) => {
            take(target.files?.[0])
            target.value = '' // so that the same file can be chosen again after it was mended
          }}
        />
      </label>
      {hint && <HintText id={`${own}-hint`}>{hint}</HintText>}
    </div>
  )
}

function formatSize(bytes: number) {
  return bytes < 1_048_576
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
}
