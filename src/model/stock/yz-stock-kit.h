/*
 * The arithmetic of kits: how many can be put together of what is there, and, for so many heads at so many stations,
 * what each has, what has to be put together, what is brought from where, and what is missing all the same.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_STOCK_KIT_NONE G_MAXUINT

/**
 * yz_stock_kit_count:
 * @recipe: (array length=n_parts): how many of each part go into one kit, at least 1
 * @usable: (array length=n_parts): how many of each may be used, see yz_stock_count_usable()
 * @scarce: (out) (optional): the part of which there is the least, the first of several; %YZ_STOCK_KIT_NONE without any
 *
 * Returns: how many kits can be put together, 0 without parts
 */
gint64 yz_stock_kit_count (const gint64 *recipe, const gint64 *usable, guint n_parts, guint *scarce);

/**
 * YzStockKitPart:
 * @lot: a name of the caller's
 * @quantity: how many of it are in kits of one lot
 * @expiry: as a Julian day, 0 for what keeps
 */
typedef struct
{
  guint32 lot;
  gint64 quantity;
  guint32 expiry;
} YzStockKitPart;

/**
 * yz_stock_kit_expiry:
 *
 * Returns: the day until which a kit of such parts may be used, a Julian day; 0 if all of them keep
 */
guint32 yz_stock_kit_expiry (const YzStockKitPart *parts, guint n_parts);

/**
 * yz_stock_kit_take_apart:
 * @parts: what of one item went into kits of one lot, and is still in them
 * @quantity: how many come out again
 * @unknown: (out): how many more than went in
 *
 * Nobody knows which box was in which kit: what expires first is said to come out first, so that nothing is taken for
 * fresher than it is.
 *
 * Returns: (transfer full) (element-type YzStockPick): what comes out
 */
GArray *yz_stock_kit_take_apart (const YzStockKitPart *parts, guint n_parts, gint64 quantity, gint64 *unknown);

/* Planning */

/**
 * YzStockKitSite:
 * @wanted: how many kits it needs, 0 for a place that only gives
 * @kits: how many it has that may be used
 * @keeps: how many kits it does not give away besides
 *
 * A station or warehouse.
 */
typedef struct
{
  gint64 wanted;
  gint64 kits;
  gint64 keeps;
} YzStockKitSite;

/**
 * YzStockKitDistance:
 *
 * Returns: metres, %INFINITY where a position is not known
 */
typedef double (*YzStockKitDistance) (guint from, guint to, gpointer user_data);

/**
 * YzStockKitTask:
 * @sites: in the order in which they are served
 * @recipe: (array length=n_parts): as above
 * @usable: (array): of site s and part p at [s × n_parts + p]: how many may be used
 * @keeps: (array) (nullable): likewise: how many it does not give away, its minimum
 * @distance: (nullable) (scope call): without one all are equally far
 */
typedef struct
{
  const YzStockKitSite *sites;
  guint n_sites;
  const gint64 *recipe;
  guint n_parts;
  const gint64 *usable;
  const gint64 *keeps;
  YzStockKitDistance distance;
  gpointer distance_data;
} YzStockKitTask;

/**
 * YzStockKitSend:
 * @from, @to: sites
 * @part: of the recipe, %YZ_STOCK_KIT_NONE for kits that are there already
 */
typedef struct
{
  guint from;
  guint to;
  guint part;
  gint64 quantity;
} YzStockKitSend;

/**
 * YzStockKitNeed:
 * @ready: kits that it has or is sent
 * @assemble: how many are put together there, of its own parts and those it is sent
 * @missing: how many it lacks all the same
 * @scarce: the part that is too few, %YZ_STOCK_KIT_NONE if nothing is missing
 */
typedef struct
{
  gint64 ready;
  gint64 assemble;
  gint64 missing;
  guint scarce;
} YzStockKitNeed;

/**
 * YzStockKitPlan:
 * @needs: (element-type YzStockKitNeed): of each site
 * @sends: (element-type YzStockKitSend): sorted by giver, receiver and part, kits first
 * @lacking: (array): how many of each part would have to be bought for all that is missing
 */
typedef struct
{
  GArray *needs;
  GArray *sends;
  gint64 *lacking;
} YzStockKitPlan;

void yz_stock_kit_plan_free (YzStockKitPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzStockKitPlan, yz_stock_kit_plan_free)

/**
 * yz_stock_kit_plan:
 *
 * Serves one site after the other. Each uses what it has, then kits that others can spare, then what is put together
 * of its own parts and of those that others can spare; nothing is sent that does not become a kit. What a site needs
 * itself, it does not give. Among those that can give, who sends something to that site already comes first, then who
 * can give all of it, then who is nearest: few ways, and short ones. That is greedy: another order of the sites may
 * come to fewer ways.
 *
 * Returns: (transfer full): the plan, the same for the same task
 */
YzStockKitPlan *yz_stock_kit_plan (const YzStockKitTask *task);

G_END_DECLS
