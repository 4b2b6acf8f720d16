#include "config.h"

#include "yz-guides.h"

#include "yz-guide-areas.h"
#include "yz-guide-error.h"
#include "yz-guide-option.h"
#include "yz-guide-subjects.h"
#include "yz-guide-wishes.h"

#include <glib/gi18n-lib.h>

struct _YzGuides
{
  GObject parent_instance;

  YzStations *stations;
  YzStore *store; /* whose areas and settings are here */
  gulong store_changed_id;
  YzGuideStock *stock; /* of the store as it is */
  YzWorker *worker;
  YzGuideWishes *wishes;
  GArray *rows; /* nullable: the area "selection" */
  gboolean active;
  gboolean stale; /* the pages are not those that would be made now */
  guint restart_id;

  YzGuideProof *proof;   /* shown */
  YzGuideProof *pending; /* takes its place when it has a page */
  GCancellable *cancellable;
  YzGuideAreas *sources; /* nullable: until it is read */

  GListModel *documents;
  GListModel *areas;
  GListModel *services;
  GListModel *papers;
  GListModel *editions;
  GListModel *subjects;               /* nullable */
  GCancellable *subjects_cancellable; /* nullable: while they are read */
};

G_DEFINE_FINAL_TYPE (YzGuides, yz_guides, G_TYPE_OBJECT)

typedef enum
{
  PROP_ACTIVE = YZ_GUIDE_N_WISHES + 1,
  PROP_DOCUMENTS,
  PROP_AREAS,
  PROP_SERVICES,
  PROP_PAPERS,
  PROP_EDITIONS,
  PROP_SUBJECTS,
  PROP_PROOF,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_WARNING,
  PROP_PERSONAL,
} YzGuidesProperty;

static GParamSpec *properties[PROP_PERSONAL + 1];

static void restart_soon (YzGuides *self);

static void
tell (YzGuides *self, YzGuidesProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* --- wishes ------------------------------------------------------------------------------------------------------- */

static const char *
get_area (YzGuides *self)
{
  return yz_guide_wishes_get_text (self->wishes, YZ_GUIDE_WISH_AREA);
}

static const char *
get_subject (YzGuides *self)
{
  return yz_guide_wishes_get_text (self->wishes, YZ_GUIDE_WISH_SUBJECT);
}

const YzDocumentKind *
yz_guides_get_kind (YzGuides *self)
{
  g_return_val_if_fail (YZ_IS_GUIDES (self), NULL);
  return yz_guide_wishes_get_kind (self->wishes);
}

static void
list_papers (YzGuides *self)
{
  g_clear_object (&self->papers);
  self->papers = yz_guide_options_list_papers (yz_guides_get_kind (self));
  tell (self, PROP_PAPERS);
}

/* A document is compared with its own editions; a change sheet, which has none, with those of any. */
static void
list_editions (YzGuides *self)
{
  const YzDocumentKind *kind = yz_guides_get_kind (self);

  if (self->sources == NULL)
    return;
  g_clear_object (&self->editions);
  self->editions = yz_guide_areas_list_editions (self->sources, kind->wants_edition ? kind->nick : NULL);
  tell (self, PROP_EDITIONS);
}

static void
drop_subjects (YzGuides *self)
{
  g_cancellable_cancel (self->subjects_cancellable);
  g_clear_object (&self->subjects_cancellable);
  g_clear_object (&self->subjects);
}

static void
on_subjects_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzGuides) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) subjects = yz_guide_subjects_load_finish (result, &error);

  if (subjects == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        yz_session_report_error (yz_guides_get_session (self), error);
      return;
    }
  g_set_object (&self->subjects, subjects);
  tell (self, PROP_SUBJECTS);
  /* the newest is what one wants to print */
  if (g_list_model_get_n_items (subjects) > 0 && *get_subject (self) == '\0')
    {
      g_autoptr (YzGuideOption) first = g_list_model_get_item (subjects, 0);

      g_object_set (self, "subject", yz_guide_option_get_id (first), NULL);
    }
}

static void
list_subjects (YzGuides *self)
{
  const YzDocumentKind *kind = yz_guides_get_kind (self);

  drop_subjects (self);
  tell (self, PROP_SUBJECTS);
  if (self->store == NULL || kind->subject == YZ_DOCUMENT_OF_STATIONS)
    return;
  self->subjects_cancellable = g_cancellable_new ();
  yz_guide_subjects_load_async (self->worker, self->store, kind, get_subject (self), self->subjects_cancellable,
                                on_subjects_read, g_object_ref (self));
}

/* The document brings along what was kept for it. */
static void
tell_wishes (YzGuides *self)
{
  list_papers (self);
  list_editions (self);
  list_subjects (self);
  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i + 1]);
}

static void
set_wish (YzGuides *self, YzGuideWish wish, GVariant *value)
{
  if (!yz_guide_wishes_set (self->wishes, wish, value))
    return;
  if (wish == YZ_GUIDE_WISH_DOCUMENT)
    tell_wishes (self);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[wish + 1]);
  restart_soon (self);
}

static void list_areas (YzGuides *self);

void
yz_guides_set_document (YzGuides *self, const char *nick, const char *subject)
{
  g_return_if_fail (YZ_IS_GUIDES (self) && nick != NULL && subject != NULL);

  if (yz_document_kind_find (nick, NULL) == NULL)
    return;
  set_wish (self, YZ_GUIDE_WISH_DOCUMENT, g_variant_new_string (nick));
  if (*subject == '\0')
    return;
  if (yz_guides_get_kind (self)->subject == YZ_DOCUMENT_OF_STATIONS)
    {
      g_autofree char *area = g_strconcat ("station:", subject, NULL);

      set_wish (self, YZ_GUIDE_WISH_AREA, g_variant_new_string (area));
      list_areas (self);
      return;
    }
  set_wish (self, YZ_GUIDE_WISH_SUBJECT, g_variant_new_string (subject));
  list_subjects (self);
}

void
yz_guides_clear_wishes (YzGuides *self)
{
  g_return_if_fail (YZ_IS_GUIDES (self));

  set_wish (self, YZ_GUIDE_WISH_AREA, g_variant_new_string ("all"));
  set_wish (self, YZ_GUIDE_WISH_SERVICE, g_variant_new_string (""));
  set_wish (self, YZ_GUIDE_WISH_NIGHT, g_variant_new_boolean (FALSE));
}

YzGuideRequest *
yz_guides_make_request (YzGuides *self)
{
  YzGuideRequest *request;

  g_return_val_if_fail (YZ_IS_GUIDES (self), NULL);

  request = yz_guide_wishes_make_request (self->wishes);
  if (g_str_equal (get_area (self), "filter"))
    request->rows = g_array_ref (yz_record_list_get_rows (yz_listing_get_list (YZ_LISTING (self->stations))));
  else if (g_str_equal (get_area (self), "selection") && self->rows != NULL)
    request->rows = g_array_ref (self->rows);
  return request;
}

/* --- pages -------------------------------------------------------------------------------------------------------- */

static void
tell_answers (YzGuides *self)
{
  for (guint prop = PROP_STATE; prop <= PROP_PERSONAL; prop++)
    tell (self, prop);
}

static void
show_proof (YzGuides *self, YzGuideProof *proof)
{
  if (g_set_object (&self->proof, proof))
    tell (self, PROP_PROOF);
}

/* What was shown stays until there is something to show in its place. */
static void
on_proof_changed (YzGuides *self, YzGuideProof *proof)
{
  if (proof == self->pending && (g_list_model_get_n_items (G_LIST_MODEL (proof)) > 0 ||
                                 yz_guide_proof_get_state (proof) != YZ_GUIDE_PROOF_MAKING))
    {
      g_clear_object (&self->pending);
      show_proof (self, proof);
    }
  if (proof == self->proof)
    tell_answers (self);
}

static void
drop_pending (YzGuides *self)
{
  if (self->pending != NULL)
    g_signal_handlers_disconnect_by_data (self->pending, self);
  g_clear_object (&self->pending);
}

static gboolean
restart (gpointer data)
{
  YzGuides *self = YZ_GUIDES (data);
  g_autoptr (YzGuideRequest) request = NULL;

  self->restart_id = 0;
  drop_pending (self);
  self->stale = FALSE;
  if (self->store == NULL)
    return G_SOURCE_REMOVE;
  request = yz_guides_make_request (self);
  self->pending = yz_guide_proof_new (self->worker, self->stock, request);
  g_signal_connect_object (self->pending, "changed", G_CALLBACK (on_proof_changed), self, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static void
restart_soon (YzGuides *self)
{
  self->stale = TRUE;
  if (self->active && self->restart_id == 0)
    self->restart_id = g_idle_add (restart, self);
}

/* --- the workspace ------------------------------------------------------------------------------------------------ */

static void
list_areas (YzGuides *self)
{
  if (!self->active || self->store == NULL)
    return;
  g_clear_object (&self->areas);
  self->areas = yz_guide_areas_list (self->sources, self->stations, self->rows, get_area (self));
  tell (self, PROP_AREAS);
}

static void
on_sources_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzGuides) self = data;
  g_autoptr (GError) error = NULL;
  YzGuideAreas *sources = yz_guide_areas_load_finish (result, &error);
  guint n_before = self->editions != NULL ? g_list_model_get_n_items (self->editions) : 0;

  if (sources == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        yz_session_report_error (yz_guides_get_session (self), error);
      return;
    }
  g_clear_pointer (&self->sources, yz_guide_areas_free);
  self->sources = sources;
  g_clear_object (&self->services);
  self->services = yz_guide_areas_list_services (sources);
  tell (self, PROP_SERVICES);
  list_editions (self);
  /* what had the name is recorded; the next one is a draft until it has a name of its own */
  if (n_before > 0 && g_list_model_get_n_items (self->editions) > n_before)
    set_wish (self, YZ_GUIDE_WISH_EDITION, g_variant_new_string (""));
  list_areas (self);
}

static void
read_sources (YzGuides *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  yz_guide_areas_load_async (self->worker, self->store, self->cancellable, on_sources_read, g_object_ref (self));
}

static void
renew_stock (YzGuides *self)
{
  g_clear_pointer (&self->stock, yz_guide_stock_unref);
  self->stock = yz_guide_stock_new (self->store);
}

static void
on_store_changed (YzGuides *self, const char *kind)
{
  renew_stock (self);
  if (kind == NULL || g_str_equal (kind, "org") || g_str_equal (kind, "service") || g_str_equal (kind, "edition"))
    read_sources (self);
  if (kind == NULL || g_str_equal (kind, "stocktake") || g_str_equal (kind, "transfer") ||
      g_str_equal (kind, "movement") || g_str_equal (kind, "cabinet"))
    list_subjects (self);
  restart_soon (self);
}

static void
leave_store (YzGuides *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_changed_id, self->store);
  g_clear_handle_id (&self->restart_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->stock, yz_guide_stock_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->sources, yz_guide_areas_free);
  drop_pending (self);
  drop_subjects (self);
}

static void
on_store_notify (YzGuides *self)
{
  YzStore *store = yz_session_get_store (yz_guides_get_session (self));

  leave_store (self);
  show_proof (self, NULL);
  yz_guide_wishes_set_workspace (self->wishes, store != NULL ? yz_store_get_path (store) : NULL);
  if (store == NULL)
    return;
  self->store = g_object_ref (store);
  renew_stock (self);
  self->store_changed_id =
    g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  tell_wishes (self);
  read_sources (self);
  restart_soon (self);
}

static void
on_list_changed (YzGuides *self)
{
  list_areas (self);
  if (g_str_equal (get_area (self), "filter"))
    restart_soon (self);
  tell (self, PROP_STATE);
}

static void
set_active (YzGuides *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  if (active)
    list_areas (self);
  if (active && self->stale)
    restart_soon (self);
  tell (self, PROP_ACTIVE);
}

void
yz_guides_set_rows (YzGuides *self, GArray *rows)
{
  g_return_if_fail (YZ_IS_GUIDES (self) && rows != NULL);

  g_array_ref (rows);
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = rows;
  list_areas (self);
  set_wish (self, YZ_GUIDE_WISH_AREA, g_variant_new_string ("selection"));
  restart_soon (self);
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static const char *
get_state (YzGuides *self)
{
  const GError *error = self->proof != NULL ? yz_guide_proof_get_error (self->proof) : NULL;
  guint total;

  g_object_get (self->stations, "total", &total, NULL);
  if (self->store != NULL && total == 0 && yz_guides_get_kind (self)->subject == YZ_DOCUMENT_OF_STATIONS)
    return "no-stations";
  if (error != NULL && yz_guides_get_kind (self)->wants_goods)
    return "failed"; /* no choice of stations would help */
  if (error != NULL)
    return g_error_matches (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_EMPTY) ? "empty" : "failed";
  return self->proof != NULL ? "pages" : "making";
}

static char *
dup_warning (YzGuides *self)
{
  const char *missing = self->proof != NULL ? yz_guide_proof_get_missing (self->proof) : NULL;

  return missing != NULL
           ? g_strdup_printf (_ ("No font has these characters: %s. They would be missing on paper."), missing)
           : NULL;
}

static void
get_answer (YzGuides *self, guint property, GValue *value)
{
  const GError *error = self->proof != NULL ? yz_guide_proof_get_error (self->proof) : NULL;

  switch (property)
    {
    case PROP_PROOF:
      g_value_set_object (value, self->proof);
      break;
    case PROP_STATE:
      g_value_set_string (value, get_state (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, error != NULL ? error->message : NULL);
      break;
    case PROP_WARNING:
      g_value_take_string (value, dup_warning (self));
      break;
    case PROP_PERSONAL:
      g_value_set_boolean (value, self->proof != NULL && yz_guide_proof_get_n_people (self->proof) > 0);
      break;
    default:
      break;
    }
}

static void
yz_guides_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzGuides *self = YZ_GUIDES (object);

  if (prop_id <= YZ_GUIDE_N_WISHES)
    {
      YzGuideWish wish = prop_id - 1;

      if (yz_guide_wish_is_switch (wish))
        g_value_set_boolean (value, yz_guide_wishes_get_switch (self->wishes, wish));
      else
        g_value_set_string (value, yz_guide_wishes_get_text (self->wishes, wish));
      return;
    }
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_DOCUMENTS:
      g_value_set_object (value, self->documents);
      break;
    case PROP_AREAS:
      g_value_set_object (value, self->areas);
      break;
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    case PROP_PAPERS:
      g_value_set_object (value, self->papers);
      break;
    case PROP_EDITIONS:
      g_value_set_object (value, self->editions);
      break;
    case PROP_SUBJECTS:
      g_value_set_object (value, self->subjects);
      break;
    default:
      get_answer (self, prop_id, value);
      break;
    }
}

static void
yz_guides_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzGuides *self = YZ_GUIDES (object);

  if (prop_id == PROP_ACTIVE)
    set_active (self, g_value_get_boolean (value));
  else if (prop_id <= YZ_GUIDE_N_WISHES && G_VALUE_HOLDS_BOOLEAN (value))
    set_wish (self, prop_id - 1, g_variant_new_boolean (g_value_get_boolean (value)));
  else if (prop_id <= YZ_GUIDE_N_WISHES)
    set_wish (self, prop_id - 1,
              g_variant_new_string (g_value_get_string (value) != NULL ? g_value_get_string (value) : ""));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yz_guides_dispose (GObject *object)
{
  YzGuides *self = YZ_GUIDES (object);

  leave_store (self);
  g_clear_object (&self->proof);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_guides_parent_class)->dispose (object);
}

static void
yz_guides_finalize (GObject *object)
{
  YzGuides *self = YZ_GUIDES (object);

  yz_guide_wishes_free (self->wishes);
  g_clear_object (&self->documents);
  g_clear_object (&self->areas);
  g_clear_object (&self->services);
  g_clear_object (&self->papers);
  g_clear_object (&self->editions);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (yz_guides_parent_class)->finalize (object);
}

static void
yz_guides_class_init (YzGuidesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = yz_guides_get_property;
  object_class->set_property = yz_guides_set_property;
  object_class->dispose = yz_guides_dispose;
  object_class->finalize = yz_guides_finalize;

  for (guint i = 0; i < YZ_GUIDE_N_WISHES; i++)
    {
      const char *name = yz_guide_wish_get_name (i);

      properties[i + 1] = yz_guide_wish_is_switch (i) ? g_param_spec_boolean (name, NULL, NULL, FALSE, writable)
                                                      : g_param_spec_string (name, NULL, NULL, "", writable);
    }
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, writable);
  properties[PROP_DOCUMENTS] = g_param_spec_object ("documents", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_AREAS] = g_param_spec_object ("areas", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_SERVICES] = g_param_spec_object ("services", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_PAPERS] = g_param_spec_object ("papers", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_EDITIONS] = g_param_spec_object ("editions", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_SUBJECTS] = g_param_spec_object ("subjects", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_PROOF] = g_param_spec_object ("proof", NULL, NULL, YZ_TYPE_GUIDE_PROOF, readable);
  properties[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, readable);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, readable);
  properties[PROP_WARNING] = g_param_spec_string ("warning", NULL, NULL, NULL, readable);
  properties[PROP_PERSONAL] = g_param_spec_boolean ("personal", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_guides_init (YzGuides *self)
{
  self->worker = yz_worker_new ("guides");
  self->documents = yz_guide_options_list_documents ();
  self->wishes = yz_guide_wishes_new ();
  list_papers (self);
}

YzGuides *
yz_guides_new (YzStations *stations)
{
  YzGuides *self;
  YzSession *session;

  g_return_val_if_fail (YZ_IS_STATIONS (stations), NULL);

  self = g_object_new (YZ_TYPE_GUIDES, NULL);
  session = yz_listing_get_session (YZ_LISTING (stations));
  self->stations = g_object_ref (stations);
  g_signal_connect_object (session, "notify::store", G_CALLBACK (on_store_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stations, "notify::total", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stations, "notify::shown", G_CALLBACK (on_list_changed), self, G_CONNECT_SWAPPED);
  on_store_notify (self);
  return self;
}

YzGuideProof *
yz_guides_get_proof (YzGuides *self)
{
  g_return_val_if_fail (YZ_IS_GUIDES (self), NULL);
  return self->proof;
}

YzSession *
yz_guides_get_session (YzGuides *self)
{
  g_return_val_if_fail (YZ_IS_GUIDES (self), NULL);
  return yz_listing_get_session (YZ_LISTING (self->stations));
}

char *
yz_guides_dup_file_name (YzGuides *self, const char *ending)
{
  const char *title = self->proof != NULL ? yz_guide_proof_get_title (self->proof) : NULL;
  char *name = g_strconcat (title != NULL ? title : _ (yz_guides_get_kind (self)->title), ending, NULL);

  return g_strdelimit (name, "/\n", ' ');
}
