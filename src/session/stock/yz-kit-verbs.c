/* Putting kits together and taking them apart: movements by way of the place of kits. */
#include "config.h"

#include "yz-kits.h"

#include <glib/gi18n-lib.h>

#include "yz-kinds.h"
#include "yz-stock-kit.h"
#include "yz-stock-lots.h"
#include "yz-stock-movements.h"
#include "yz-value-text.h"

/* Kits of one lot being put together. */
typedef struct
{
  YzStockMoving moving;
  const char *holder;
  const char *kitting;
  char *lot;
  guint32 expiry;
} Assembly;

/* A kit may be used until the first of its parts expires. */
static gboolean
note_expiry (Assembly *self, YzRecord *movement, GError **error)
{
  const char *id = yz_record_get_text (movement, "lot");
  g_autoptr (YzRecord) lot = id != NULL ? yz_store_load (self->moving.store, &yz_lot_kind, id, error) : NULL;
  YzStockKitPart both[] = { { .expiry = self->expiry }, { .expiry = 0 } };
  GDate expiry;

  if (id != NULL && lot == NULL)
    return FALSE;
  if (lot != NULL && yz_value_read_date (yz_record_get_text (lot, "expiry"), &expiry))
    both[1].expiry = g_date_get_julian (&expiry);
  self->expiry = yz_stock_kit_expiry (both, G_N_ELEMENTS (both));
  return TRUE;
}

static gboolean
put_in (Assembly *self, const YzRecipePart *part, gint64 kits, GError **error)
{
  YzStockLine line = { yz_record_get_id (part->item), NULL, part->quantity * kits };
  YzEdit *edit = self->moving.edit;
  guint first = yz_edit_get_n_changes (edit);

  if (!yz_stock_moving_take_loose (&self->moving, YZ_MOVEMENT_ASSEMBLE, &line, self->holder, self->kitting, error))
    return FALSE;
  for (guint i = first; i < yz_edit_get_n_changes (edit); i++)
    {
      YzRecord *movement = yz_edit_get_change (edit, i)->record;

      yz_record_set_text (movement, "kit_lot", self->lot);
      if (!note_expiry (self, movement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_lot_there (Assembly *self, const YzRecipe *recipe, const char *number)
{
  g_autoptr (YzQuery) query = yz_query_new (&yz_lot_kind);

  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (yz_record_get_id (recipe->item)));
  yz_query_add (query, "number", YZ_COMPARE_EQUAL, g_variant_new_string (number));
  return yz_store_count (self->moving.store, query, NULL) > 0;
}

/* The day and the minute; what is put together in the same one is another lot, which may be of another recipe. */
static char *
dup_lot_number (Assembly *self, const YzRecipe *recipe)
{
  g_autoptr (GDateTime) time = yz_office_time (self->moving.note->at);
  g_autofree char *stem = g_date_time_format (time, "ZB-%y%m%d-%H%M");
  g_autofree char *number = g_strdup (stem);

  for (guint n = 2; is_lot_there (self, recipe, number); n++)
    {
      g_free (number);
      number = g_strdup_printf ("%s-%u", stem, n);
    }
  return g_steal_pointer (&number);
}

static YzRecord *
new_lot (Assembly *self, const YzRecipe *recipe)
{
  YzRecord *lot = yz_record_new (&yz_lot_kind, self->lot);
  g_autofree char *number = dup_lot_number (self, recipe);

  yz_record_set_text (lot, "number", number);
  yz_record_set_text (lot, "item", yz_record_get_id (recipe->item));
  yz_record_set_text (lot, "source", "kit");
  yz_record_set_text (lot, "kit", yz_record_get_id (recipe->kit));
  return lot;
}

static gboolean
assemble (Assembly *self, const YzRecipe *recipe, gint64 quantity, GError **error)
{
  g_autofree char *target = yz_stock_moving_dup_place (&self->moving, self->holder, error);
  g_autoptr (YzRecord) lot = NULL;
  g_autofree char *until = NULL;

  if (target == NULL)
    return FALSE;
  lot = new_lot (self, recipe);
  yz_edit_create (self->moving.edit, lot);
  for (guint i = 0; i < recipe->parts->len; i++)
    if (!put_in (self, yz_recipe_get_part (recipe, i), quantity, error))
      return FALSE;
  until = yz_value_format_day (self->expiry);
  yz_record_set_text (lot, "expiry", until);
  yz_stock_moving_add (&self->moving, YZ_MOVEMENT_ASSEMBLE, yz_record_get_id (recipe->item), self->lot, quantity,
                       self->kitting, target);
  return TRUE;
}

YzEdit *
yz_kit_make_assembly (YzStore *store, const char *holder, const char *kit, gint64 quantity, const YzStockNote *note,
                      GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Put kits together"));
  Assembly self = { .moving = { .store = store, .edit = edit, .note = note }, .holder = holder };
  g_autofree char *kitting = yz_stock_moving_dup_place (&self.moving, yz_place_get_single_id (YZ_PLACE_KITTING), error);
  g_autoptr (YzRecipe) recipe = kitting != NULL ? yz_recipe_load (store, kit, error) : NULL;
  g_autofree char *lot = NULL;

  if (recipe == NULL)
    return NULL;
  if (recipe->parts->len == 0 || quantity < 1)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                           quantity < 1 ? _ ("At least 1") : _ ("Say what goes into the kit"));
      return NULL;
    }
  lot = yz_id_factory_next (yz_store_get_ids (store));
  self.kitting = kitting;
  self.lot = lot;
  yz_edit_set_subject (edit, yz_record_get_title (recipe->kit));
  return assemble (&self, recipe, quantity, error) ? g_steal_pointer (&edit) : NULL;
}

/* --- taking apart ------------------------------------------------------------------------------------------------- */

/* The lots of one item that are in kits of one lot, and how many of each. */
typedef struct
{
  GArray *parts;  /* YzStockKitPart: their lots are indexes of… */
  GPtrArray *ids; /* …the ids of lots, NULL for none */
} Contents;

static void
contents_clear (Contents *self)
{
  g_array_unref (self->parts);
  g_ptr_array_unref (self->ids);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static YzStockKitPart *
find_part (Contents *self, const char *lot)
{
  YzStockKitPart part = { .lot = self->ids->len };

  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), lot) == 0)
      return &g_array_index (self->parts, YzStockKitPart, i);
  g_ptr_array_add (self->ids, g_strdup (lot));
  g_array_append_val (self->parts, part);
  return &g_array_index (self->parts, YzStockKitPart, part.lot);
}

static gboolean
fill_expiries (Contents *self, YzStore *store, GError **error)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      const char *id = g_ptr_array_index (self->ids, i);
      g_autoptr (YzRecord) lot = id != NULL ? yz_store_load (store, &yz_lot_kind, id, error) : NULL;
      GDate expiry;

      if (id != NULL && lot == NULL)
        return FALSE;
      if (lot != NULL && yz_value_read_date (yz_record_get_text (lot, "expiry"), &expiry))
        g_array_index (self->parts, YzStockKitPart, i).expiry = g_date_get_julian (&expiry);
    }
  return TRUE;
}

/* What went in and what came out name the lot of the kits, and so do counter-entries: the sum is what is in them. */
static gboolean
read_contents (Contents *self, YzStore *store, const char *kit_lot, const char *item, GError **error)
{
  const char *kitting = yz_place_get_single_id (YZ_PLACE_KITTING);
  g_autoptr (YzQuery) query = yz_query_new (&yz_movement_kind);
  g_autoptr (GPtrArray) movements = NULL;

  yz_query_add (query, "kit_lot", YZ_COMPARE_EQUAL, g_variant_new_string (kit_lot));
  yz_query_add (query, "item", YZ_COMPARE_EQUAL, g_variant_new_string (item));
  movements = yz_store_load_records (store, query, error);
  if (movements == NULL)
    return FALSE;
  for (guint i = 0; i < movements->len; i++)
    {
      YzRecord *movement = g_ptr_array_index (movements, i);
      gint64 quantity = yz_record_get_integer (movement, "quantity");
      gboolean in = g_strcmp0 (yz_record_get_text (movement, "target"), kitting) == 0;

      find_part (self, yz_record_get_text (movement, "lot"))->quantity += in ? quantity : -quantity;
    }
  return fill_expiries (self, store, error);
}

static gboolean
take_out (YzStockMoving *self, const char *kit_lot, const YzRecipePart *part, gint64 kits, const char *target,
          GError **error)
{
  const char *item = yz_record_get_id (part->item), *kitting = yz_place_get_single_id (YZ_PLACE_KITTING);
  g_auto (Contents)
    contents = { g_array_new (FALSE, FALSE, sizeof (YzStockKitPart)), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GArray) picks = NULL;
  gint64 unknown;

  if (!read_contents (&contents, self->store, kit_lot, item, error))
    return FALSE;
  picks = yz_stock_kit_take_apart ((YzStockKitPart *) contents.parts->data, contents.parts->len, part->quantity * kits,
                                   &unknown);
  for (guint i = 0; i < picks->len; i++)
    {
      const YzStockPick *pick = &g_array_index (picks, YzStockPick, i);
      YzRecord *movement = yz_stock_moving_add (self, YZ_MOVEMENT_TAKE_APART, item,
                                                g_ptr_array_index (contents.ids, pick->index), pick->quantity, kitting,
                                                target);

      yz_record_set_text (movement, "kit_lot", kit_lot);
    }
  if (unknown > 0)
    g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                 _ ("%s: more would come out of these kits than went in"), yz_record_get_title (part->item));
  return unknown == 0;
}

/* Kits of one lot, by the version of the recipe that they were made by. */
static gboolean
take_apart (YzStockMoving *self, YzRecord *taken, const char *target, GError **error)
{
  const char *lot = yz_record_get_text (taken, "lot");
  g_autoptr (YzRecord) record = lot != NULL ? yz_store_load (self->store, &yz_lot_kind, lot, error) : NULL;
  const char *kit = record != NULL ? yz_record_get_text (record, "kit") : NULL;
  g_autoptr (YzRecipe) recipe = NULL;

  if (lot != NULL && record == NULL)
    return FALSE;
  if (kit == NULL)
    {
      g_set_error_literal (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID,
                           _ ("These kits were not put together here, so nobody knows what is in them: write them "
                              "off, and receive their parts"));
      return FALSE;
    }
  recipe = yz_recipe_load (self->store, kit, error);
  for (guint i = 0; recipe != NULL && i < recipe->parts->len; i++)
    if (!take_out (self, lot, yz_recipe_get_part (recipe, i), yz_record_get_integer (taken, "quantity"), target, error))
      return FALSE;
  return recipe != NULL;
}

YzEdit *
yz_kit_make_taking_apart (YzStore *store, const char *holder, const YzStockLine *line, const YzStockNote *note,
                          GError **error)
{
  g_autoptr (YzEdit) edit = yz_edit_new (N_ ("Take kits apart"));
  YzStockMoving moving = { .store = store, .edit = edit, .note = note };
  g_autofree char *place = yz_stock_moving_dup_place (&moving, holder, error);
  g_autofree char *kitting = NULL;
  guint first, end;

  if (place != NULL)
    kitting = yz_stock_moving_dup_place (&moving, yz_place_get_single_id (YZ_PLACE_KITTING), error);
  first = yz_edit_get_n_changes (edit);
  if (kitting == NULL ||
      !yz_stock_moving_take (&moving, YZ_MOVEMENT_TAKE_APART, line, YZ_STOCK_TAKING_WORST, place, kitting, error))
    return NULL;
  end = yz_edit_get_n_changes (edit);
  for (guint i = first; i < end; i++)
    if (!take_apart (&moving, yz_edit_get_change (edit, i)->record, place, error))
      return NULL;
  return g_steal_pointer (&edit);
}
