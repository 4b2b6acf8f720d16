#include "config.h"

#include "yz-carto-error.h"

G_DEFINE_QUARK (yz_carto_error, yz_carto_error)
