package dev.codemode.examples.bookshop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CustomerServiceTest {
    private static final Customer ADA = new Customer(
            1,
            "Ada Almeida",
            "ada.almeida1@example.org",
            new Address("Mill Lane 56", "Lyon", "69001", "FR"),
            186,
            LoyaltyLevel.BRONZE,
            LocalDate.of(2022, 4, 13));
    private static final Address HOME = new Address("Canal Street 1", "Utrecht", "3511 AA", "NL");

    private final Database database = Database.open();
    private final CustomerService customers =
            new CustomerService(database, Clock.fixed(Instant.parse("2026-11-02T09:30:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsCustomersByAllThatIsAsked() {
        Customer nora = new Customer(
                14,
                "Nora Almeida",
                "nora.almeida14@example.org",
                new Address("Market Square 48", "Porto", "4000-009", "PT"),
                2_494,
                LoyaltyLevel.GOLD,
                LocalDate.of(2023, 9, 6));
        assertThat(customers.find("nora", "PT", 500, 0, 20)).isEqualTo(new Page<>(1, null, List.of(nora)));
    }

    @Test
    void pagesThroughAllCustomers() {
        Page<Customer> last = customers.find(null, null, null, 200, 100);
        assertThat(last.items())
                .extracting(Customer::id)
                .startsWith(201)
                .endsWith(300)
                .hasSize(100);
        assertThat(last.nextOffset()).isNull();
    }

    @Test
    void returnsACustomer() {
        assertThat(customers.get(1)).isEqualTo(ADA);
    }

    @Test
    void saysHowToFindACustomerWhoIsUnknown() {
        assertThatThrownBy(() -> customers.get(9_999))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("There is no customer 9999. customers.find finds customers by name.");
    }

    @Test
    void findsACustomerByEmailInAnyCase() {
        assertThat(customers.byEmail("ADA.Almeida1@example.org")).contains(ADA);
        assertThat(customers.byEmail("nobody@example.org")).isEmpty();
    }

    @Test
    void registersACustomer() {
        assertThat(customers.register(new NewCustomer("Zoe Zuiderma", "Zoe@example.org", HOME)))
                .isEqualTo(new Customer(
                        301,
                        "Zoe Zuiderma",
                        "zoe@example.org",
                        HOME,
                        0,
                        LoyaltyLevel.BRONZE,
                        LocalDate.of(2026, 11, 2)));
    }

    @Test
    void refusesASecondCustomerOfOneEmail() {
        assertThatThrownBy(() -> customers.register(new NewCustomer("Ada", "ada.almeida1@example.org", HOME)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("A customer with the e-mail address 'ada.almeida1@example.org' is registered already."
                        + " customers.byEmail returns them.");
    }

    @Test
    void changesAnAddress() {
        assertThat(customers.changeAddress(1, HOME))
                .isEqualTo(new Customer(1, ADA.name(), ADA.email(), HOME, 186, LoyaltyLevel.BRONZE, ADA.since()));
    }

    @Test
    void refusesToChangeTheAddressOfNobody() {
        assertThatThrownBy(() -> customers.changeAddress(9_999, HOME))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("There is no customer 9999. customers.find finds customers by name.");
    }

    @Test
    void liftsTheLevelWithThePoints() {
        assertThat(customers.addPoints(1, 314))
                .isEqualTo(
                        new Customer(1, ADA.name(), ADA.email(), ADA.address(), 500, LoyaltyLevel.SILVER, ADA.since()));
        assertThat(customers.addPoints(1, 1_500).level()).isEqualTo(LoyaltyLevel.GOLD);
    }
}
