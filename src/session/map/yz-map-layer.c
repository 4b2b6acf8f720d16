#include "config.h"

#include "yz-map-layer.h"

#include <glib/gi18n-lib.h>

struct _YzMapLayer
{
  GObject parent_instance;

  YzMapLayerKind kind;
  char *name;
  char *source;
  char *key;
  char *attribution;
  YzDatum datum;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (YzMapLayer, yz_map_layer, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_SHOWN,
} YzMapLayerProperty;

static GParamSpec *properties[PROP_SHOWN + 1];

static void
yz_map_layer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzMapLayer *self = YZ_MAP_LAYER (object);

  switch ((YzMapLayerProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yz_map_layer_finalize (GObject *object)
{
  YzMapLayer *self = YZ_MAP_LAYER (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->attribution, g_free);

  G_OBJECT_CLASS (yz_map_layer_parent_class)->finalize (object);
}

static void
yz_map_layer_class_init (YzMapLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_map_layer_get_property;
  object_class->finalize = yz_map_layer_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_map_layer_init (YzMapLayer *self)
{
}

YzMapLayer *
yz_map_layer_new (YzMapLayerKind kind, const char *name, const char *source, const char *key, YzDatum datum,
                  const char *attribution)
{
  YzMapLayer *self = g_object_new (YZ_TYPE_MAP_LAYER, NULL);

  self->kind = kind;
  self->name = g_strdup (name);
  self->source = g_strdup (source);
  self->key = g_strdup (key);
  self->datum = datum;
  self->attribution = g_strdup (attribution);
  return self;
}

YzMapLayerKind
yz_map_layer_get_kind (YzMapLayer *self)
{
  return self->kind;
}

const char *
yz_map_layer_get_name (YzMapLayer *self)
{
  return self->name;
}

const char *
yz_map_layer_get_source (YzMapLayer *self)
{
  return self->source;
}

const char *
yz_map_layer_get_attribution (YzMapLayer *self)
{
  return self->attribution;
}

YzDatum
yz_map_layer_get_datum (YzMapLayer *self)
{
  return self->datum;
}

gboolean
yz_map_layer_get_shown (YzMapLayer *self)
{
  return self->shown;
}

char *
yz_map_layer_dup_address (YzMapLayer *self)
{
  g_autoptr (GString) address = g_string_new (self->source);
  g_autofree char *key = g_uri_escape_string (self->key != NULL ? self->key : "", NULL, FALSE);

  g_string_replace (address, "{key}", key, 0);
  return g_string_free (g_steal_pointer (&address), FALSE);
}

gboolean
yz_map_layer_check_address (const char *source, GError **error)
{
  static const char *const parts[] = { "{z}", "{x}", "{y}" };
  g_autofree char *scheme = g_uri_parse_scheme (source);

  if (scheme == NULL || (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("The address must begin with https:// or http://"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (source, parts[i]) == NULL)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                     /* Translators: %s is "{z}", "{x}" or "{y}" */
                     _ ("The address must contain %s, where the number of the tile goes"), parts[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
yz_map_layer_is_ground (YzMapLayer *self)
{
  return self->kind != YZ_MAP_LAYER_OUTLINES;
}

void
yz_map_layer_set_shown (YzMapLayer *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

GVariant *
yz_map_layer_to_variant (YzMapLayer *self)
{
  return g_variant_new ("(isssssb)", (gint32) self->kind, self->name, self->source, self->key != NULL ? self->key : "",
                        yz_datum_get_name (self->datum), self->attribution != NULL ? self->attribution : "",
                        self->shown);
}

YzMapLayer *
yz_map_layer_new_from_variant (GVariant *variant)
{
  const char *name, *source, *key, *datum_name, *attribution;
  gint32 kind;
  gboolean shown;
  YzDatum datum = YZ_DATUM_WGS84;
  YzMapLayer *layer;

  g_variant_get (variant, "(i&s&s&s&s&sb)", &kind, &name, &source, &key, &datum_name, &attribution, &shown);
  if (kind <= YZ_MAP_LAYER_BASEMAP || kind > YZ_MAP_LAYER_OUTLINES)
    return NULL;
  yz_datum_from_name (datum_name, &datum);
  layer = yz_map_layer_new ((YzMapLayerKind) kind, name, source, key, datum, attribution);
  layer->shown = shown;
  return layer;
}
