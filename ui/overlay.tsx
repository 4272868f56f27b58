import { useId, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Opening = { readonly isOpen: boolean; readonly onClose: () => void }

/**
 * A sheet above the page; Escape closes it, and focus goes back where it was. A press outside does not: whatever was typed
 * would go with it.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  kind,
  children,
  isWide = false,
}: Opening & { title: string; kind?: 'danger'; children: ReactNode; isWide?: boolean }) {
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
      <Modal className={isWide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog
          className="dialog"
          data-kind={kind}
          {...(kind === 'danger' && { role: 'alertdialog' as const })}
        >
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks before what cannot be undone: the consequence in words, then two verbs, «Khóa kỳ» and «Chưa khóa». */
export function ConfirmDialog({
  verb,
  otherwise,
  onConfirm,
  isPending = false,
  isBlocked = false,
  children,
  ...dialog
}: Opening & {
  title: string
  kind?: 'danger'
  verb: string
  otherwise: string
  onConfirm: () => void
  isPending?: boolean
  isWide?: boolean
  /** While something the decision needs is missing, such as its reason. */
  isBlocked?: boolean
  children: ReactNode
}) {
  return (
    <Dialog {...dialog}>
      {typeof children === 'string' ? <p>{children}</p> : children}
      <div className="btns">
        <Button
          emphasis={dialog.kind === 'danger' ? 'danger' : 'primary'}
          onPress={onConfirm}
          isPending={isPending}
          isDisabled={isBlocked}
        >
          {verb}
        </Button>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- Enter must not be the way to what cannot be undone */}
        <Button onPress={dialog.onClose} autoFocus={dialog.kind === 'danger'}>
          {otherwise}
        </Button>
      </div>
    </Dialog>
  )
}

/** Slides in beside the page: «Vì sao?» without leaving where one is. */
export function Drawer({
  isOpen,
  onClose,
  title,
  children,
}: Opening & { title: ReactNode; children: ReactNode }) {
  const t = useMessages({ vi, en })
  const id = useId()
  return (
    <ModalOverlay
      className="overlay overlay-side"
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className="drawer">
        <AriaDialog aria-labelledby={id} className="drawer-dialog">
          <header>
            <h2 id={id}>{title}</h2>
            <Button isIconOnly icon="cross" aria-label={t.close} onPress={onClose} />
          </header>
          <div className="drawer-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
