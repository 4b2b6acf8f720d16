/*
 * Kits: their recipes, what can be put together where, and what is done with them. Blocking, for the command line,
 * tests and workers.
 */
#pragma once

#include "yz-stock-verbs.h"

G_BEGIN_DECLS

/**
 * YzRecipePart:
 * @item: a record of kind "item"
 * @quantity: in one kit
 */
typedef struct
{
  YzRecord *item;
  gint64 quantity;
} YzRecipePart;

/**
 * YzRecipe:
 * @kit: a record of kind "kit": one version
 * @item: what it becomes
 * @parts: (element-type YzRecipePart): in the order in which they were written down
 */
typedef struct
{
  YzRecord *kit;
  YzRecord *item;
  GPtrArray *parts;
} YzRecipe;

void yz_recipe_free (YzRecipe *recipe);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzRecipe, yz_recipe_free)

/**
 * yz_recipe_load:
 * @kit: the id of a version
 *
 * Returns: (transfer full) (nullable): the recipe, or %NULL with a %YZ_STORE_ERROR
 */
YzRecipe *yz_recipe_load (YzStore *store, const char *kit, GError **error);

/**
 * yz_recipes_load:
 *
 * Returns: (transfer full) (element-type YzRecipe) (nullable): of each kit the newest version, by name
 */
GPtrArray *yz_recipes_load (YzStore *store, GError **error);

/**
 * yz_recipe_get_part:
 *
 * Returns: (transfer none): a part of it
 */
const YzRecipePart *yz_recipe_get_part (const YzRecipe *recipe, guint index);

/**
 * yz_kit_make_recipe:
 * @name: of the kit
 * @item: (nullable): what it becomes, an id; %NULL for a new item of that name
 * @parts: what goes into one
 *
 * Writes down the first version of a recipe, or the next one of an item that has one.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_MODEL_ERROR_INVALID for a recipe that makes no sense
 */
YzEdit *yz_kit_make_recipe (YzStore *store, const char *name, const char *item, const YzStockLine *parts,
                            guint n_parts, GError **error);

/**
 * YzKitStock:
 * @ready: how many kits there are that may be used
 * @possible: how many more can be put together
 * @scarce: the part of which there is the least, an index; %G_MAXUINT without parts
 * @usable: (array): how many of each part may be used
 */
typedef struct
{
  gint64 ready;
  gint64 possible;
  guint scarce;
  gint64 *usable;
} YzKitStock;

void yz_kit_stock_free (YzKitStock *stock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzKitStock, yz_kit_stock_free)

/**
 * yz_kit_stock_read:
 * @holder: the id of a station, or of a place
 * @at: when, milliseconds since 1970-01-01T00:00Z
 *
 * Returns: (transfer full) (nullable): what @holder has, or %NULL with a %YZ_STORE_ERROR
 */
YzKitStock *yz_kit_stock_read (YzStore *store, const YzRecipe *recipe, const char *holder, gint64 at, GError **error);

/**
 * yz_kit_make_assembly:
 * @holder: the id of a station, or of a place
 * @kit: the id of a version
 *
 * Puts kits together of the parts that expire first. They are a lot of their own, which may be used until the first of
 * its parts expires.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_SHORT
 */
YzEdit *yz_kit_make_assembly (YzStore *store, const char *holder, const char *kit, gint64 quantity,
                              const YzStockNote *note, GError **error);

/**
 * yz_kit_make_taking_apart:
 * @line: of the item that the kits are; without a lot what may not be used any more goes first
 *
 * The parts come back in the lots that they were of.
 *
 * Returns: (transfer full) (nullable): the edit, or %NULL with %YZ_STORE_ERROR_SHORT, %YZ_MODEL_ERROR_INVALID for kits
 *   that were not put together in this workspace
 */
YzEdit *yz_kit_make_taking_apart (YzStore *store, const char *holder, const YzStockLine *line, const YzStockNote *note,
                                  GError **error);

G_END_DECLS
