#include "config.h"

#include "yz-exchange-error.h"

G_DEFINE_QUARK (yz_exchange_error, yz_exchange_error)
