import type { Bake } from '../site.ts';

/** A one-time spot instance can't be stopped: one that switches itself off (at its deadline, say) has to go. */
export const SPOT_SHUTDOWN = 'terminate';

/** The types that a spot instance may have, in the order of the template. */
export function spotTypes({ options }: Pick<Bake, 'options'>): readonly string[] {
  return options.spot_instance_types.length > 0 ? options.spot_instance_types : [options.instance_type ?? ''];
}

/** `auto`, and no price, mean: at most what the type costs on demand. */
export function spotMaxPrice({ options }: Pick<Bake, 'options'>): { readonly MaxPrice?: string } {
  return options.spot_price === undefined || options.spot_price === 'auto' ? {} : { MaxPrice: options.spot_price };
}

/** A spot instance can run on hardware of one's own, but not on a host of one's own. */
export function sharedTenancy({ options }: Pick<Bake, 'options'>): { readonly Tenancy?: 'default' | 'dedicated' } {
  const tenancy = options.placement?.tenancy || options.tenancy;
  return tenancy === 'default' || tenancy === 'dedicated' ? { Tenancy: tenancy } : {};
}
