import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { signOut, useCan, useMe } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Icon, Mark, type IconName } from '#ui/icon'
import { setLanguage, useLanguage, useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { OpenDialog } from './keys-dialog.tsx'

// What it counts belongs to a module: nobody waits for it to see a page.
const Bell = lazy(async () => {
  const { Bell } = await import('../../modules/notices/web/bell.tsx')
  return { default: Bell }
})

/** The mark, the place, the quick search, help and one’s own account. */
export function TopBar({ onOpen }: { onOpen: (dialog: OpenDialog) => void }) {
  const t = useMessages({ vi, en })
  const { areaName } = useMe()
  const maySearch = useCan()('people.search')
  return (
    <header className="topbar">
      <TextLink className="brand" href="/nghiep-vu">
        <Mark />
        An Sinh <small className="wide">{areaName ?? t.wholeCountry}</small>
      </TextLink>
      <button
        className="seek"
        type="button"
        onClick={() => onOpen('palette')}
        title={maySearch ? t.seekFull : t.seekPagesFull}
      >
        <Icon name="search" />
        <span>{maySearch ? t.seek : t.seekPages}</span>
        <kbd className="wide">Ctrl K</kbd>
      </button>
      <div className="end">
        <button className="tool wide" type="button" onClick={() => onOpen('keys')}>
          <Icon name="help" />
          {t.help}
        </button>
        <Suspense>
          <Bell />
        </Suspense>
        <AccountMenu onOpen={onOpen} />
      </div>
    </header>
  )
}

function AccountMenu({ onOpen }: { onOpen: (dialog: OpenDialog) => void }) {
  const t = useMessages({ vi, en })
  const { name, areaName } = useMe()
  const language = useLanguage()
  const router = useRouter()
  const items: readonly (readonly [id: string, icon: IconName, words: string, act: () => void])[] = [
    ['password', 'lock', t.menu.password, () => router.history.push('/doi-mat-khau')],
    ['appearance', 'settings', t.menu.appearance, () => onOpen('appearance')],
    ['language', 'document', t.menu.language, () => setLanguage(language === 'vi' ? 'en' : 'vi')],
  ]
  return (
    <MenuTrigger>
      <AriaButton className="tool">
        <Icon name="person" />
        <span className="wide">{areaName ? `${name} · ${areaName}` : name}</span>
        <span className="sr">{t.account}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="listbox" aria-label={t.account}>
          {items.map(([id, icon, words, act]) => (
            <MenuItem key={id} id={id} className="option" textValue={words} onAction={act}>
              <span className="nowrap">
                <Icon name={icon} /> {words}
              </span>
            </MenuItem>
          ))}
          <Separator />
          <MenuItem
            id="sign-out"
            className="option"
            textValue={t.menu.signOut}
            onAction={() => void signOut()}
          >
            <span>
              <Icon name="leave" /> {t.menu.signOut}
            </span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
