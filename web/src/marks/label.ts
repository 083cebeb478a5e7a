// What a label is asked with: of a code that was typed, of a package on record, or of new packages of a lot.

import { api, at } from '../api/service';

export const OF = ['code', 'package', 'lot'] as const;
export const LEVELS = ['box', 'case', 'pallet'] as const;
export const SYMBOLS = ['gs1_datamatrix', 'gs1_128', 'qr'] as const;
export type Format = 'svg' | 'pdf' | 'png';

export interface Order {
  of: (typeof OF)[number];
  code: string;
  package: string;
  maker: string;
  lot: string;
  product: string;
  serial: string;
  count: string;
  level: (typeof LEVELS)[number];
  /** Empty: the one that the level usually has. */
  symbol: (typeof SYMBOLS)[number] | '';
  domain: string;
  paper: 'own' | 'a4';
}

export const EMPTY_ORDER: Order = {
  of: 'code',
  code: '',
  package: '',
  maker: '',
  lot: '',
  product: '',
  serial: '',
  count: '1',
  level: 'box',
  symbol: '',
  domain: '',
  paper: 'own'
};

/** How many labels, as far as it is a number. */
export const countOf = ({ of, count }: Order): number => (of === 'lot' && /^\d+$/.test(count.trim()) ? Number(count) : 1);

export const isReady = (order: Order): boolean =>
  order.of === 'lot' ? !!order.maker.trim() && !!order.lot.trim() : !!order[order.of].trim();

/** Where it is had; a picture shows the first of several. */
export function addressOf(order: Order, format: Format): string {
  const { symbol, level } = order;
  const domain = symbol === 'qr' ? order.domain.trim() : '';
  if (order.of === 'code') return api('labels', { code: order.code.trim(), level, symbol, domain, format });
  if (order.of === 'package') return api(`packages/${at(order.package.trim())}/label`, { symbol, domain, format });
  const several = format === 'pdf';
  return api(`lots/${at(order.maker.trim(), order.lot.trim())}/labels`, {
    product: order.product.trim(),
    level,
    serial: order.serial.trim(),
    count: several ? order.count.trim() : 1,
    paper: several ? order.paper : '',
    symbol,
    domain,
    format
  });
}
