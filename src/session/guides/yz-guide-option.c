#include "config.h"

#include "yz-guide-option.h"

#include <glib/gi18n-lib.h>

struct _YzGuideOption
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
};

G_DEFINE_FINAL_TYPE (YzGuideOption, yz_guide_option, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_SUMMARY,
} YzGuideOptionProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

static void
yz_guide_option_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzGuideOption *self = YZ_GUIDE_OPTION (object);

  switch ((YzGuideOptionProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_guide_option_finalize (GObject *object)
{
  YzGuideOption *self = YZ_GUIDE_OPTION (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);

  G_OBJECT_CLASS (yz_guide_option_parent_class)->finalize (object);
}

static void
yz_guide_option_class_init (YzGuideOptionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_guide_option_get_property;
  object_class->finalize = yz_guide_option_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_guide_option_init (YzGuideOption *self)
{
}

YzGuideOption *
yz_guide_option_new (const char *id, const char *title, const char *summary)
{
  YzGuideOption *self = g_object_new (YZ_TYPE_GUIDE_OPTION, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->summary = g_strdup (summary);
  return self;
}

const char *
yz_guide_option_get_id (YzGuideOption *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_OPTION (self), NULL);
  return self->id;
}

const char *
yz_guide_option_get_title (YzGuideOption *self)
{
  g_return_val_if_fail (YZ_IS_GUIDE_OPTION (self), NULL);
  return self->title;
}

guint
yz_guide_options_find (GListModel *options, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr (YzGuideOption) option = g_list_model_get_item (options, i);

      if (g_strcmp0 (option->id, id) == 0)
        return i;
    }
  return G_MAXUINT;
}

static void
take_option (GListStore *options, YzGuideOption *option)
{
  g_list_store_append (options, option);
  g_object_unref (option);
}

GListModel *
yz_guide_options_list_documents (void)
{
  guint n_kinds;
  const YzDocumentKind *kinds = yz_document_kinds_get_all (&n_kinds);
  GListStore *documents = g_list_store_new (YZ_TYPE_GUIDE_OPTION);

  for (guint i = 0; i < n_kinds; i++)
    take_option (documents, yz_guide_option_new (kinds[i].nick, _ (kinds[i].title), _ (kinds[i].summary)));
  return G_LIST_MODEL (documents);
}

GListModel *
yz_guide_options_list_papers (const YzDocumentKind *kind)
{
  GListStore *papers = g_list_store_new (YZ_TYPE_GUIDE_OPTION);

  for (guint i = 0; kind->papers[i] != NULL; i++)
    take_option (papers, yz_guide_option_new (kind->papers[i], _ (yz_paper_find (kind->papers[i], NULL)->title), NULL));
  return G_LIST_MODEL (papers);
}
